using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>OAuth across nodes: whoever begins on one may come back to another, once and in time; and one refresh serves all.</summary>
public sealed class AuthorizationTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task A_callback_may_come_to_another_node_and_only_once()
    {
        var state = await TwoNodes.BeginAsync(scene.One, "returning");

        (await TwoNodes.ReturnAsync(scene.Two, state)).With(200);

        foreach (var node in scene.Both) (await TwoNodes.ReturnAsync(node, state)).With(400);
    }

    [Fact]
    public async Task A_state_expires_on_every_node()
    {
        var late = await TwoNodes.BeginAsync(scene.One, "late");
        var later = await TwoNodes.BeginAsync(scene.Two, "later");
        var before = TokenRequests;

        scene.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        (await TwoNodes.ReturnAsync(scene.Two, late)).With(400);
        (await TwoNodes.ReturnAsync(scene.Two, later)).With(400);
        TokenRequests.ShouldBe(before);
    }

    [Fact]
    public async Task Two_hundred_runs_on_two_nodes_with_an_expired_token_cause_one_token_request()
    {
        var user = await TwoNodes.ConnectBooksAsync(scene.One);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        var before = TokenRequests;

        var runs = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => new Owner(scene.Both[number % 2].Client, user).ExecuteAsync(TwoNodes.Books, "list_books")));

        runs.Select(run => run.Status).ShouldAllBe(status => status == 200);
        (TokenRequests - before).ShouldBe(1);
    }

    private int TokenRequests => scene.Upstream.Requests.Count(request => request.Target.StartsWith("/token", StringComparison.Ordinal));
}
