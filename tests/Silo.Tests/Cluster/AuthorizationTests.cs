using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>OAuth across nodes: a person who begins on one may come back to another, once and in time; and one refresh serves all.</summary>
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

    [Fact]
    public async Task Runs_at_two_nodes_hand_out_one_connect_url_until_its_state_is_used_at_either()
    {
        var user = $"user-{Guid.NewGuid():N}";
        var urls = (await Task.WhenAll(Enumerable.Range(0, 12).Select(number => UrlAsync(number % 2)))).Distinct().ToList();
        foreach (var at in new[] { 0, 1 }) urls.Add(await UrlAsync(at));
        var first = urls.Distinct().ShouldHaveSingleItem();

        // The person refuses, at node two.
        var denied = await scene.Two.Client.GetReplyAsync($"/auth/callback/{TwoNodes.Books}?error=access_denied&state={Uri.EscapeDataString(StateOf(first))}");

        denied.Status.ShouldNotBe(200);
        var second = await UrlAsync(0);
        second.ShouldNotBe(first);
        (await UrlAsync(1)).ShouldBe(second);
        (await TwoNodes.ReturnAsync(scene.Two, StateOf(second))).With(200);
        await new Owner(scene.Two.Client, user).DisconnectAsync(TwoNodes.Books);
        (await UrlAsync(0)).ShouldNotBe(second);

        async Task<string> UrlAsync(int at) => (await new Owner(scene.Both[at].Client, user).ExecuteAsync(TwoNodes.Books, "list_books"))
            .Json.GetProperty("details").GetProperty("connect_url").GetString()!;

        static string StateOf(string url) => System.Web.HttpUtility.ParseQueryString(new Uri(url).Query)["state"]!;
    }

    private int TokenRequests => scene.Upstream.Requests.Count(request => request.Target.StartsWith("/token", StringComparison.Ordinal));
}
