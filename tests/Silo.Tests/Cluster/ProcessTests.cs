using System.Diagnostics;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Three processes on PostgreSQL under load: one is killed; then each is restarted in turn.</summary>
[Collection(Alone.Name)]
public sealed class ProcessTests(ThreeNodes scene, ITestOutputHelper output) : IClassFixture<ThreeNodes>
{
    /// <summary>Between two events, enough for every person to have met every node.</summary>
    private const int Stretch = 150;

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
        load.Broken.ShouldBeEmpty();
        load.Unknown.ShouldBeEmpty();
        scene.CountByText(load.Done).ShouldAllBe(run => run.Value == 1);
        await load.CheckAsync(scene.Nodes);
    }

    [PostgreSqlFact]
    public async Task A_run_whose_session_is_on_another_node_is_one_trace()
    {
        var owner = $"traced-{Guid.NewGuid():N}";
        (await scene.ConnectAsync(owner)).With(200);
        var traces = scene.Nodes.Select(_ => ActivityTraceId.CreateRandom().ToHexString()).ToList();

        foreach (var (node, trace) in scene.Nodes.Zip(traces))
            (await new Owner(node.Client, owner).ExecuteTracedAsync(trace)).With(200);

        foreach (var trace in traces)
            await Wait.UntilAsync(
                () => scene.Otlp.SpansOf(trace).Any(span => span.Kind == ExportedSpanKind.Server && span.Parent == ExecutionTraces.Caller),
                "span of the request");
        // On one node the session is at home; from the other two it is asked over the network.
        await Wait.UntilAsync(() => traces.Count(trace => Crosses(scene.Otlp.SpansOf(trace))) >= 2, $"two traces over two nodes; there are\n{Text(traces)}");
        scene.Otlp.Metrics.ShouldContain(name => name.StartsWith("orleans-", StringComparison.Ordinal));
        foreach (var hidden in scene.Secrets.Append(owner)) scene.Otlp.Bytes.ShouldNotContain(hidden);
    }

    /// <summary>The call of the grain is a span on one node, and its execution the child of that on another.</summary>
    private static bool Crosses(IReadOnlyList<ExportedSpan> spans) => spans.Any(asked =>
        asked.Kind == ExportedSpanKind.Server && asked.Source == "Microsoft.Orleans.Application"
        && spans.Any(asking => asking.Id == asked.Parent && asking.Kind == ExportedSpanKind.Client && asking.Instance != asked.Instance
            && spans.Any(run => run.Id == asking.Parent && run.Name == $"execute_tool {ThreeNodes.Tool}_{ThreeNodes.Action}")));

    private string Text(IEnumerable<string> traces) => string.Join('\n', traces.SelectMany(scene.Otlp.SpansOf));

    private void Tell(LoadOnNodes load)
    {
        output.WriteLine(
            $"{load.Requests} requests answered, {load.Done.Count} runs, {load.Unknown.Count} of unknown outcome, {load.Broken.Count} broken connections, {load.Failures.Count} failures");
        foreach (var failure in load.Failures.Concat(load.Broken).Distinct().Take(10)) output.WriteLine(failure);
        foreach (var node in scene.Nodes)
        {
            // Each answer "not ready" of a node that stops is logged as an error.
            var errors = node.LinesOf("Error").Where(line => !line.Contains("This node is stopping", StringComparison.Ordinal)).ToList();
            output.WriteLine($"{node.Address}: {errors.Count} errors logged{string.Concat(errors.Select(line => $"\n  {line[..Math.Min(line.Length, 400)]}"))}");
        }
    }
}
