using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>One session, whichever node is asked.</summary>
public sealed class SessionTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task What_one_node_connects_the_other_runs()
    {
        var ann = await new Owner(scene.One.Client, "ann").ConnectedToAsync(TwoNodes.Ledger, new { token = "t" });

        (await (ann with { Client = scene.Two.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(200);
        (await ann.ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(200);
    }

    [Fact]
    public async Task An_action_that_is_switched_off_on_one_node_is_refused_on_every_node_at_once()
    {
        var ben = await new Owner(scene.One.Client, "ben").ConnectedToAsync(TwoNodes.Ledger, new { token = "t" });
        foreach (var node in scene.Both) (await (ben with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(200);

        (await ben.SetDisabledAsync(TwoNodes.Ledger, "list_entries", true)).With(200);

        foreach (var node in scene.Both) (await (ben with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(403);
    }

    [Fact]
    public async Task A_tool_that_is_disconnected_on_one_node_is_not_connected_on_the_other()
    {
        var cid = await new Owner(scene.One.Client, "cid").ConnectedToAsync(TwoNodes.Ledger, new { token = "t" });
        (await (cid with { Client = scene.Two.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(200);

        (await (cid with { Client = scene.Two.Client }).DisconnectAsync(TwoNodes.Ledger)).With(200);

        foreach (var node in scene.Both) (await (cid with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(404);
    }

    [Fact]
    public async Task Connection_of_a_user_who_was_deactivated_comes_back_from_the_memory_of_no_node()
    {
        var root = await scene.SignInAsync(scene.One);
        await scene.CallAsync(scene.One, root, HttpMethod.Post, "/api/integrations/install", new { tool_name = TwoNodes.Ledger, config_data = new { } });
        var eve = new { email = $"eve-{Guid.NewGuid():N}@example.com", password = "SecurePassword123!" };
        var id = (await scene.One.Client.PostReplyAsync("/api/auth/register", eve)).With(201).Json.GetProperty("user").GetProperty("id").GetString();
        (await scene.CallAsync(scene.One, root, HttpMethod.Post, $"/api/organizations/{scene.Organization}/users", new { user_id = id })).With(200);
        var token = await SignInAsync();
        var connection = new { tool_name = TwoNodes.Ledger, credentials = new { token = Guid.NewGuid().ToString("N") } };
        (await scene.CallAsync(scene.One, token, HttpMethod.Post, "/api/auth/manual", connection)).With(200);
        foreach (var node in scene.Both) (await ExecuteAsync(node)).With(200);

        (await scene.CallAsync(scene.Two, root, HttpMethod.Put, $"/api/v1/users/{id}", new { is_active = false })).With(200);
        (await scene.CallAsync(scene.Two, root, HttpMethod.Put, $"/api/v1/users/{id}", new { is_active = true })).With(200);
        token = await SignInAsync();

        await RefusedEverywhereAsync(404, ExecuteAsync);

        async Task<string> SignInAsync() => (await scene.One.Client.PostReplyAsync("/api/auth/login", eve)).With(200)["access_token"]!;

        Task<Reply> ExecuteAsync(Node node) =>
            scene.CallAsync(node, token, HttpMethod.Post, $"/api/tools/{TwoNodes.Ledger}/execute", new { action = "list_entries", parameters = new { } });
    }

    [Fact]
    public async Task A_login_session_that_ends_on_one_node_is_refused_on_the_other_within_a_second()
    {
        var token = await scene.SignInAsync(scene.One);
        foreach (var node in scene.Both) (await scene.CallAsync(node, token, HttpMethod.Get, "/api/tools/user")).With(200);

        (await scene.CallAsync(scene.One, token, HttpMethod.Post, "/api/auth/logout", new { token })).With(200);

        await RefusedEverywhereAsync(401, node => scene.CallAsync(node, token, HttpMethod.Get, "/api/tools/user"));
    }

    [Fact]
    public async Task A_tool_that_is_uninstalled_on_one_node_is_refused_on_every_node_within_a_second()
    {
        var token = await scene.SignInAsync(scene.One);
        Task<Reply> ExecuteAsync(Node node) => scene.CallAsync(
            node, token, HttpMethod.Post, $"/api/tools/{TwoNodes.Ledger}/execute", new { action = "list_entries", parameters = new { } });
        foreach (var node in scene.Both) (await ExecuteAsync(node)).With(200);

        (await scene.CallAsync(scene.One, token, HttpMethod.Delete, $"/api/integrations/{TwoNodes.Ledger}")).With(200);

        await RefusedEverywhereAsync(404, ExecuteAsync);
    }

    [Fact]
    public async Task Changes_of_one_session_on_both_nodes_at_once_are_all_kept()
    {
        var dan = await new Owner(scene.One.Client, "dan").ConnectedToAsync(TwoNodes.Ledger, new { token = "t" });
        var changes = Enumerable.Range(0, 20).Select(number => (dan with { Client = scene.Both[number % 2].Client })
            .SetDisabledAsync(TwoNodes.Ledger, number % 4 < 2 ? "list_entries" : "add_entry", true));

        (await Task.WhenAll(changes)).ShouldAllBe(reply => reply.Status == 200);

        foreach (var node in scene.Both)
        {
            (await (dan with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(403);
            (await (dan with { Client = node.Client }).ExecuteAsync(TwoNodes.Ledger, "add_entry", new { text = "long" })).With(403);
        }
    }

    /// <summary>On every node soon, and from then on.</summary>
    private async Task RefusedEverywhereAsync(int status, Func<Node, Task<Reply>> askAsync)
    {
        await Task.WhenAll(scene.Both.Select(node => Eventually.SoAsync($"answer {status}", async () => (await askAsync(node)).Status == status)));
        foreach (var node in scene.Both) (await askAsync(node)).With(status);
    }
}
