using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Runs on several nodes.</summary>
public sealed class RunTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Runs_of_one_user_on_two_nodes_overlap_and_both_nodes_tell_of_both()
    {
        var token = await scene.SignInAsync(scene.One);
        var (answer, together, both) = (scene.Upstream.Answer, 0, new TaskCompletionSource());
        scene.Upstream.Answer = async context =>
        {
            // Neither is answered before the other has come.
            if (Interlocked.Increment(ref together) == 2) both.SetResult();
            await Wait.ForAsync(both.Task, "the other run");
            await Upstream.Json(context, "[]");
        };
        try
        {
            var runs = await Task.WhenAll(
                scene.Both.Select(
                    node => scene.CallAsync(
                        node, token, HttpMethod.Post, $"/api/tools/{TwoNodes.Ledger}/execute", new { action = "list_entries", parameters = new { } })));
            foreach (var run in runs) run.With(200);
        }
        finally
        {
            scene.Upstream.Answer = answer;
        }

        foreach (var node in scene.Both) await Eventually.BecomesAsync(async () => await CountRunsAsync(node, token) >= 2, "record of both runs");
    }

    [Fact]
    public async Task A_batch_is_executed_on_both_nodes_and_one_run_that_fails_fails_alone()
    {
        var token = await scene.SignInAsync(scene.One);
        var before = scene.Both.Select(node => node.CountOf("ExecuteInOrganizationCommand")).ToList();
        var runs = Enumerable.Range(0, 60)
            .Select(number => new { tool_name = TwoNodes.Ledger, action = "add_entry",
            parameters = (object)new { text = number == 7 ? "x" : $"entry {number}" } });

        var results = (await scene.CallAsync(scene.One, token, HttpMethod.Post, "/api/tools/execute-batch", new { runs }))
            .With(200).Json.GetProperty("results").EnumerateArray().ToList();

        results.Count.ShouldBe(60);
        results.Where((result, at) => at != 7).ShouldAllBe(result => result.GetProperty("success").GetBoolean());
        results[7].GetProperty("success").GetBoolean().ShouldBeFalse();
        results[7].GetRawText().ShouldContain("text");
        var executed = scene.Both.Select((node, at) => node.CountOf("ExecuteInOrganizationCommand") - before[at]).ToList();
        executed.Sum().ShouldBe(59);
        executed.ShouldAllBe(count => count > 5);
    }

    [Fact]
    public async Task A_key_in_two_batches_on_two_nodes_runs_once()
    {
        var token = await scene.SignInAsync(scene.One);
        var (key, text) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var runs = new[] { new { tool_name = TwoNodes.Ledger, action = "add_entry", parameters = new { text }, idempotency_key = key } };

        await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(number => scene.CallAsync(scene.Both[number % 2], token, HttpMethod.Post, "/api/tools/execute-batch", new { runs })));

        scene.Upstream.Requests.Count(request => request.Text.Contains(text, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_breaks_in_a_grain_is_an_error_with_a_trace_and_without_its_text()
    {
        scene.Sessions.IsBroken = true;
        try
        {
            foreach (var node in scene.Both)
            {
                // With its account, so that nothing but the grain asks for the rows.
                var path = $"/auth/tools/{TwoNodes.Ledger}/actions/list_entries/status?user_id=newcomer&account=default";
                var reply = (await node.Client.PutReplyAsync(path, new { is_disabled = true })).With(500);
                reply.Text.ShouldContain("trace");
                reply.Text.ShouldNotContain("hush");
            }
        }
        finally
        {
            scene.Sessions.IsBroken = false;
        }
        (await new Owner(scene.Two.Client, "newcomer").ExecuteAsync(TwoNodes.Ledger, "list_entries")).With(404);
        scene.Both.SelectMany(node => node.Log.Lines)
            .ShouldContain(line => line.Contains(BreakableRepository.Secret, StringComparison.Ordinal)
            && line.Contains("failed (trace", StringComparison.Ordinal));
    }

    private async Task<int> CountRunsAsync(Node node, string token)
    {
        var logs = (await scene.CallAsync(node, token, HttpMethod.Get, "/api/dashboard/logs?log_type=business&limit=100")).With(200).Json;
        return logs.GetProperty("logs").EnumerateArray().Count(log => log.GetRawText().Contains("list_entries", StringComparison.Ordinal));
    }
}
