using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;
using Npgsql;
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
    public async Task A_change_of_a_session_whose_grain_is_on_another_node_is_one_trace()
    {
        var owner = $"traced-{Guid.NewGuid():N}";
        (await scene.ConnectAsync(owner)).With(200);
        var traces = scene.Nodes.Select(_ => ActivityTraceId.CreateRandom().ToHexString()).ToList();

        foreach (var (node, trace) in scene.Nodes.Zip(traces)) (await new Owner(node.Client, owner).EnableTracedAsync(trace)).With(200);

        await AreExportedAsync(traces);
        // On one node the grain is at home; from the other two it is asked over the network.
        await Wait.UntilAsync(() => traces.Count(trace => Crosses(scene.Otlp.SpansOf(trace))) >= 2, $"two traces over two nodes; there are\n{Text(traces)}");
        scene.Otlp.Metrics.ShouldContain(name => name.StartsWith("orleans-", StringComparison.Ordinal));
        foreach (var hidden in scene.Secrets.Append(owner)) scene.Otlp.Bytes.ShouldNotContain(hidden);
    }

    [PostgreSqlFact]
    public async Task A_warm_run_sends_no_message_to_another_node()
    {
        var owner = $"warm-{Guid.NewGuid():N}";
        (await scene.ConnectAsync(owner)).With(200);
        foreach (var node in scene.Nodes)
            (await new Owner(node.Client, owner).ExecuteAsync(ThreeNodes.Tool, ThreeNodes.Action, new { text = "warm" })).With(200);
        var traces = scene.Nodes.Select(_ => ActivityTraceId.CreateRandom().ToHexString()).ToList();

        foreach (var (node, trace) in scene.Nodes.Zip(traces)) (await new Owner(node.Client, owner).ExecuteTracedAsync(trace)).With(200);

        await AreExportedAsync(traces);
        traces.SelectMany(scene.Otlp.SpansOf).ShouldNotContain(span => span.Source.StartsWith("Microsoft.Orleans", StringComparison.Ordinal));
    }

    [PostgreSqlFact]
    public async Task The_guide_names_a_query_that_shows_the_members()
    {
        var guide = await File.ReadAllTextAsync(Repository.PathOf("docs", "cluster.md"));
        var query = guide.Split('`').Single(
            code => code.StartsWith("SELECT", StringComparison.Ordinal) && code.EndsWith("cluster_members", StringComparison.Ordinal));
        await using var connection = new NpgsqlConnection(scene.Database.ConnectionStringOf("cluster"));
        await connection.OpenAsync();

        await using var command = new NpgsqlCommand($"SELECT count(*) FROM ({query}) AS members WHERE status = 3", connection);

        (await command.ExecuteScalarAsync()).ShouldBe(3L);
    }

    private Task AreExportedAsync(IEnumerable<string> traces) => Task.WhenAll(traces.Select(trace => Wait.UntilAsync(
        () => scene.Otlp.SpansOf(trace).Any(span => span.Kind == ExportedSpanKind.Server && span.Parent == ExecutionTraces.Caller),
        "span of the request")));

    /// <summary>The call of the grain is a span on one node, and its execution the child of that on another.</summary>
    private static bool Crosses(IReadOnlyList<ExportedSpan> spans) => spans.Any(asked =>
        asked.Kind == ExportedSpanKind.Server && asked.Source == "Microsoft.Orleans.Application"
        && spans.Any(asking => asking.Id == asked.Parent && asking.Kind == ExportedSpanKind.Client && asking.Instance != asked.Instance
            && spans.Any(request => request.Id == asking.Parent)));

    private string Text(IEnumerable<string> traces) => string.Join('\n', traces.SelectMany(scene.Otlp.SpansOf));

    private void Tell(LoadOnNodes load)
    {
        output.WriteLine(
            $"{load.Requests} requests answered, {load.Done.Count} runs, {load.Unknown.Count} of unknown outcome, {load.Broken.Count} broken connections, {load.Failures.Count} failures");
        foreach (var failure in load.Failures.Concat(load.Broken).Distinct().Take(10)) output.WriteLine(failure);
        foreach (var node in scene.Nodes)
        {
            // Each answer "not ready" of a node that stops is logged as an error.
            var errors = node.LinesOf(LogLevel.Error).Where(line => !line.Contains("This node is stopping", StringComparison.Ordinal)).ToList();
            output.WriteLine($"{node.Address}: {errors.Count} errors logged{string.Concat(errors.Select(line => $"\n  {line[..Math.Min(line.Length, 400)]}"))}");
        }
    }
}
