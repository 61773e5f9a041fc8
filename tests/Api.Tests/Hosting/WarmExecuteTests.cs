using System.Diagnostics;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Simple;

namespace ModuleX.Api.Tests.Hosting;

public sealed class WarmExecuteTests : IAsyncLifetime
{
    private const string Body = """{"action":"list_repositories","parameters":{"per_page":5}}""";

    // Before the server's first command: EF Core checks only once a second whether there is a listener.
    private readonly CommandCount _commands = new();
    private readonly SimpleScene _scene = new SimpleScene().With("RateLimits:Enabled", "true");

    public Task InitializeAsync() => _scene.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _scene.DisposeAsync();
        _commands.Dispose();
    }

    [Fact]
    public async Task A_warm_execution_asks_the_database_nothing()
    {
        using var client = await _scene.ModuleX.ClientOfAsync("default");
        await new Owner(client, "ada").ConnectedToAsync("github", new { token = _scene.Token });
        var (listing, first, warm) = (
            ActivityTraceId.CreateRandom(), ActivityTraceId.CreateRandom(), Enumerable.Range(0, 20).Select(_ => ActivityTraceId.CreateRandom()).ToList());

        (await client.CallAsync(HttpMethod.Get, "/auth/tools?user_id=ada", null, CommandCount.HeaderOf(listing))).With(200);
        (await ExecuteAsync(client, first)).With(200);
        foreach (var trace in warm) (await ExecuteAsync(client, trace)).With(200);

        // The listing reads the database: the count sees what there is to see.
        _commands.Of(listing).ShouldBePositive();
        warm.ShouldAllBe(trace => _commands.Of(trace) == 0);
        // It is counted all the same.
        (await ExecuteAsync(client, ActivityTraceId.CreateRandom())).With(200).Headers.GetValues("X-RateLimit-Remaining").ShouldHaveSingleItem()
            .ShouldNotBe("999");
    }

    [Fact]
    public async Task A_refused_execution_of_a_connected_tool_asks_the_database_nothing_either()
    {
        var ada = await _scene.ConnectedAsync("ada-refused");
        (await ada.SetDisabledAsync("github", "list_repositories", true)).With(200);
        var trace = ActivityTraceId.CreateRandom();

        var reply = await _scene.Client.CallAsync(HttpMethod.Post, "/tools/github/execute?user_id=ada-refused", Body, CommandCount.HeaderOf(trace));

        reply.With(403);
        _commands.Of(trace).ShouldBe(0);
    }

    private static Task<Reply> ExecuteAsync(HttpClient client, ActivityTraceId trace) =>
        client.CallAsync(HttpMethod.Post, "/tools/github/execute?user_id=ada", Body, CommandCount.HeaderOf(trace));
}
