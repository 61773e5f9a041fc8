using System.Diagnostics;
using System.Globalization;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Hosting;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Api.Tests.Durability;

/// <summary>A database that is away or full: callers are told to come again, and everything goes on by itself when it is back.</summary>
[Collection(Alone.Name)]
public sealed class OutageTests : IDisposable
{
    private const string Connect = """{"user_id":"ada","tool_name":"mock","credentials":{"api_key":"anything"}}""";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgreSqlFact]
    public async Task Requests_while_PostgreSQL_is_away_are_503_and_succeed_when_it_is_back()
    {
        await using var database = await PostgreSqlServer.StartAsync(isDurable: false);
        var key = StartTests.NewMasterKey();
        string[] settings = ["--Database:Provider=postgresql", $"--Database:ConnectionString={database.ConnectionStringOf("modulex")}"];
        await using (var update = await ModuleXProcess.RunAsync(_folder.Path, key,
            ["database", "update", .. settings, "--environment=Development"])) update.ExitCode.ShouldBe(0);
        await using var server = ModuleXProcess.Serve(_folder.Path, key, settings);
        await server.ReadyAsync();
        (await server.Client.PostReplyAsync("/auth/manual", Connect)).With(200);

        await database.StopAsync();
        var refused = await server.Client.PostReplyAsync("/auth/manual", Connect);
        refused.With(503).Headers.RetryAfter.ShouldNotBeNull();
        (await server.Client.GetReplyAsync("/health/live")).With(200);
        await Eventually.BecomesAsync(async () => (await server.Client.GetReplyAsync("/health/ready")).Status == 503, "health that tells it");
        await database.GoOnAsync();

        await Eventually.SoAsync(
            "success when the database is back", async () => (await server.Client.PostReplyAsync("/auth/manual", Connect)).Status == 200, Limit);
        await Eventually.BecomesAsync(async () => (await server.Client.GetReplyAsync("/health/ready")).Status == 200, "health that is good again");
    }

    [Fact]
    public async Task Writes_to_a_full_disk_are_503_and_succeed_when_there_is_room()
    {
        await using var server = ModuleXProcess.Serve(_folder.Path);
        await server.ReadyAsync();
        (await server.Client.PostReplyAsync("/auth/manual", Connect)).With(200);

        await LimitFilesAsync(server, "0");
        (await server.Client.PostReplyAsync("/auth/manual", Connect)).With(503).Headers.RetryAfter.ShouldNotBeNull();
        await Eventually.BecomesAsync(
            async () => (await server.Client.GetReplyAsync("/health/ready")).Json.GetProperty("status").GetString() == "degraded", "health that tells it");
        (await server.Client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);
        await LimitFilesAsync(server, "unlimited");

        await Eventually.SoAsync("success when there is room", async () => (await server.Client.PostReplyAsync("/auth/manual", Connect)).Status == 200, Limit);
        await Eventually.BecomesAsync(
            async () => (await server.Client.GetReplyAsync("/health/ready")).Json.GetProperty("status").GetString() == "healthy", "health that is good again");
    }

    /// <summary>No file of the process may grow beyond it, which looks to the database like a full disk (prlimit(1)).</summary>
    private static async Task LimitFilesAsync(ModuleXProcess server, string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", server.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync();
        limit.ExitCode.ShouldBe(0);
    }
}
