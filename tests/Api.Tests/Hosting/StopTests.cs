using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>A server that is asked to end, in a process of its own.</summary>
[Collection(Alone.Name)]
public sealed class StopTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>The second that is promised, and what a busy machine may add.</summary>
    private readonly TempFolder _folder = new();
    private readonly TestTools _tools = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Upstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await Upstream.StartAsync();
        _upstream.Answer = async context =>
        {
            await _answered.Task;
            await Upstream.Json(context, """{"done":true}""");
        };
        _tools.Add("testy", _upstream.Url.OriginalString, TestTools.ReadThing);
    }

    public async Task DisposeAsync()
    {
        _answered.TrySetResult();
        await _upstream.DisposeAsync();
        _tools.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_execution_under_way_ends_well_and_what_was_used_is_written()
    {
        await using var server = await ServeAsync();
        await using (var made = await VerbAsync("keys", "create", "--organization", "default", "--name",
            "n")) server.Client.DefaultRequestHeaders.Add("X-API-Key", made.Output);
        var running = await BeginAsync(server);

        await server.AskToEndAsync();
        await Eventually.SoAsync("closed port", async () => !await ConnectsAsync(server), Limit);
        running.IsCompleted.ShouldBeFalse();
        _answered.SetResult();

        (await running).With(200).Text.ShouldContain("\"done\":true");
        (await server.ExitAsync(Limit)).ShouldBe(0, server.Errors);
        await using var keys = await VerbAsync("keys", "list", "--organization", "default");
        keys.Output.Split('\n')[1].Split('\t')[6].ShouldNotBe("-");
    }

    [Fact]
    public async Task An_execution_that_outlasts_the_allowed_time_does_not_keep_the_server()
    {
        await using var server = await ServeAsync("--Shutdown:Timeout=00:00:01");
        var running = await BeginAsync(server);

        await server.AskToEndAsync();
        await server.ExitAsync(Limit);

        await Should.ThrowAsync<HttpRequestException>(running);
    }

    [Fact]
    public async Task A_key_that_is_made_and_revoked_beside_a_running_server_works_and_ends()
    {
        await using var server = await ServeAsync();
        await using var made = await VerbAsync("keys", "create", "--organization", "default", "--name", "n");
        server.Client.DefaultRequestHeaders.Add("X-API-Key", made.Output);
        (await server.Client.GetReplyAsync("/auth/tools?user_id=ada")).With(200);
        await using var listed = await VerbAsync("keys", "list", "--organization", "default");

        await using var revoked = await VerbAsync("keys", "revoke", listed.Output.Split('\n')[1].Split('\t')[0]);

        revoked.ExitCode.ShouldBe(0, revoked.Errors);
        await Eventually.SoAsync(
            "refusal of the revoked key", async () => (await server.Client.GetReplyAsync("/auth/tools?user_id=ada")).Status == 401);
    }

    private async Task<ModuleXProcess> ServeAsync(params string[] settings)
    {
        var server = ModuleXProcess.Serve(_folder.Path, [$"--Catalog:Path={_tools.Folder}", .. settings]);
        await server.ReadyAsync();
        return server;
    }

    private Task<ModuleXProcess> VerbAsync(params string[] arguments) => ModuleXProcess.RunAsync(_folder.Path, [.. arguments, "--environment=Development"]);

    /// <summary>An execution that has reached the service, which keeps it waiting.</summary>
    private async Task<Task<Reply>> BeginAsync(ModuleXProcess server)
    {
        var ada = await new Owner(server.Client, "ada").ConnectedToAsync("testy", new { token = "t" });
        var running = ada.ExecuteAsync("testy", "read_thing", new { name = "n" });
        await Eventually.SoAsync("request at the service", () => Task.FromResult(_upstream.Requests.Count == 1), Limit);
        return running;
    }

    private static async Task<bool> ConnectsAsync(ModuleXProcess server)
    {
        using var fresh = new HttpClient { BaseAddress = server.Client.BaseAddress };
        try
        {
            await fresh.GetReplyAsync("/health/live");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
