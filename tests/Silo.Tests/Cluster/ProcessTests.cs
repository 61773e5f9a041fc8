using ModuleX.Silo.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Three processes on PostgreSQL under load: one is killed; then each is restarted in turn.</summary>
[Collection(Alone.Name)]
public sealed class ProcessTests(ThreeNodes scene, ITestOutputHelper output) : IClassFixture<ThreeNodes>
{
    /// <summary>Between two events, enough for every person to have met every node.</summary>
    private const int Stretch = 150;

    /// <summary>In all three restarts together, of thousands of requests.</summary>
    private const int ResetsAtMost = 3;

    [PostgreSqlFact]
    public async Task A_node_that_is_killed_under_load_loses_nothing_and_no_run_is_made_twice()
    {
        var load = new LoadOnNodes(scene);
        await load.StartAsync("killed");
        await load.GoOnAsync(Stretch);

        await scene.Nodes[1].KillAsync();
        await load.GoOnAsync(Stretch);
        await scene.Nodes[1].StartAsync();
        await scene.Nodes[1].ReadyAsync();
        await load.GoOnAsync(Stretch);
        await load.StopAsync();

        Tell(load);
        load.Failures.ShouldBeEmpty();
        scene.CountByText(load.Done).ShouldAllBe(run => run.Value == 1);
        scene.CountByText(load.Unknown).ShouldAllBe(run => run.Value <= 1);
        await load.CheckAsync(scene.Nodes);
    }

    [PostgreSqlFact]
    public async Task A_restart_of_one_node_after_the_other_refuses_no_request_and_runs_nothing_twice()
    {
        var load = new LoadOnNodes(scene);
        await load.StartAsync("rolling");
        await load.GoOnAsync(Stretch);

        foreach (var node in scene.Nodes)
        {
            await node.EndAsync();
            await node.StartAsync();
            await node.ReadyAsync();
            await load.GoOnAsync(Stretch);
        }
        await load.StopAsync();

        Tell(load);
        load.Failures.ShouldBeEmpty();
        // What waits to be accepted at the moment when a port closes is reset by the system.
        load.Broken.Count.ShouldBeLessThanOrEqualTo(ResetsAtMost);
        load.Unknown.Count.ShouldBeLessThanOrEqualTo(ResetsAtMost);
        scene.CountByText(load.Done).ShouldAllBe(run => run.Value == 1);
        await load.CheckAsync(scene.Nodes);
    }

    private void Tell(LoadOnNodes load)
    {
        output.WriteLine($"{load.Requests} requests answered, {load.Done.Count} runs, {load.Unknown.Count} of unknown outcome, {load.Broken.Count} broken connections, {load.Failures.Count} failures");
        foreach (var failure in load.Failures.Concat(load.Broken).Distinct().Take(10)) output.WriteLine(failure);
        foreach (var node in scene.Nodes) output.WriteLine($"{node.Address}: {node.LinesOf("Error").Count()} errors logged{string.Concat(node.LinesOf("Error").Select(line => $"\n  {line[..Math.Min(line.Length, 400)]}"))}");
    }
}
