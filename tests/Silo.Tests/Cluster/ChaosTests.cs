using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Silo.Tests.Fixtures;
using Xunit.Abstractions;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>
/// Three processes whose machines hang, stop and lose their database, while people use connections whose tokens rotate. What was acknowledged is held against
/// what the service saw. <c>MODULEX_TEST_CHAOS_ROUNDS</c> repeats each, <c>MODULEX_TEST_CHAOS_PEOPLE</c> says for how many people;
/// <c>MODULEX_TEST_CHAOS_HANG</c> and <c>MODULEX_TEST_CHAOS_AWAY</c> say for how many seconds a node hangs and the database is away.
/// </summary>
[Collection(Alone.Name)]
public sealed class ChaosTests(ThreeNodes scene, ITestOutputHelper output) : IClassFixture<ThreeNodes>, IAsyncLifetime
{
    private static readonly int People = Setting("MODULEX_TEST_CHAOS_PEOPLE", 12);
    private static readonly int Rounds = Setting("MODULEX_TEST_CHAOS_ROUNDS", 1);
    private static readonly int AwaySeconds = Setting("MODULEX_TEST_CHAOS_AWAY", 20);
    private static readonly int HangSeconds = Setting("MODULEX_TEST_CHAOS_HANG", 12);

    public Task InitializeAsync()
    {
        // Nothing that a test before this one has set.
        if (scene.Books is { } books) (books.Delay, books.TokenLifetime) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(3));
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [PostgreSqlFact]
    public async Task A_node_that_hung_and_goes_on_uses_nothing_that_was_taken_away_and_sends_no_used_token()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var people = await ConnectAsync($"hung{round}");
            var (kept, gone, askedLate) = (people[..(People / 2)], people[(People / 2)..(People * 3 / 4)], people[(People * 3 / 4)..]);
            // The node that will hang has them all in memory.
            foreach (var owner in people) (await RunAsync(1, owner)).With(200);

            await scene.Nodes[1].HangAsync();
            var waiting = people.Select(owner => RunAsync(1, owner)).ToList();
            var asked = askedLate.Select(owner => (Owner: owner, Reply: At(1, owner).DisconnectAsync(RotatingService.Tool))).ToList();
            await Task.Delay(TimeSpan.FromSeconds(HangSeconds));
            foreach (var owner in gone) (await InsistAsync(() => At(0, owner).DisconnectAsync(RotatingService.Tool))).With(200);
            // Their tokens have ended meanwhile.
            foreach (var owner in kept) (await InsistAsync(() => RunAsync(2, owner))).With(200);
            var moment = DateTimeOffset.UtcNow;
            await scene.Nodes[1].GoOnAsync();

            await Task.WhenAll(waiting.Select(SettledAsync));
            gone.Sum(owner => scene.Books.CountRunsAfter(owner, moment)).ShouldBe(0, "what was disconnected meanwhile was used");
            foreach (var (owner, reply) in asked)
            {
                if (await SettledAsync(reply) is not { Status: 200 }) continue;
                // It was acknowledged, so every node refuses.
                await Eventually.SoAsync("refusal at node 1", async () => (await RunAsync(0, owner)).Status == 404);
                await Eventually.SoAsync("refusal at node 3", async () => (await RunAsync(2, owner)).Status == 404);
            }
            await RestartAsync(1);
            foreach (var owner in kept) (await InsistAsync(() => RunAsync(round % 3, owner))).With(200);
            scene.Books.Lost.ShouldBeEmpty();
        }
        await ClusterRows.RecordsShouldEqualSumsAsync(scene, output);
        output.WriteLine($"{Rounds} rounds of {HangSeconds} s: {scene.Books.Refreshes} refreshes, {scene.Books.Lost.Count} connections lost");
    }

    [PostgreSqlFact]
    public async Task A_node_that_nothing_of_the_others_reaches_uses_nothing_that_was_taken_away_and_ends_itself()
    {
        var people = await ConnectAsync("cut");
        var (kept, gone) = (people[..(People / 2)], people[(People / 2)..]);
        foreach (var owner in people) (await RunAsync(2, owner)).With(200);

        using var stop = new CancellationTokenSource();
        List<Task> asking = [];
        try
        {
            scene.Network.Cut(scene.Nodes[2]);
            foreach (var owner in gone) (await InsistAsync(() => At(0, owner).DisconnectAsync(RotatingService.Tool))).Status.ShouldBeOneOf(200, 404);
            // The bound of what a node believes, and a margin for requests that are past the last look.
            var moment = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(4);
            asking = [.. people.Select(owner => Task.Run(() => AskAsync(owner, stop.Token)))];
            // Their tokens have ended meanwhile.
            foreach (var owner in kept) (await InsistAsync(() => RunAsync(1, owner))).With(200);
            await Eventually.BecomesAsync(() => Task.FromResult(scene.Nodes[2].HasEnded), "end of the node that is cut off");
            gone.Sum(owner => scene.Books.CountRunsAfter(owner, moment)).ShouldBe(0, "what was disconnected was used");
        }
        finally
        {
            scene.Network.Heal();
            await stop.CancelAsync();
            await Task.WhenAll(asking);
            await RestartAsync(2);
        }
        foreach (var owner in kept) (await InsistAsync(() => RunAsync(2, owner))).With(200);
        scene.Books.Lost.ShouldBeEmpty();

        async Task AskAsync(string owner, CancellationToken stopped)
        {
            while (!stopped.IsCancellationRequested && !scene.Nodes[2].HasEnded)
            {
                await SettledAsync(RunAsync(2, owner));
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    [PostgreSqlFact]
    public async Task Nodes_that_are_stopped_in_turn_while_a_token_endpoint_is_slow_lose_no_connection()
    {
        (scene.Books.Delay, scene.Books.TokenLifetime) = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1));
        var people = await ConnectAsync("stopped");
        using var stop = new CancellationTokenSource();
        var statuses = new ConcurrentDictionary<int, int>();
        var working = people.Select(owner => Task.Run(() => UseAsync(owner, statuses, stop.Token))).ToList();

        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            await RestartAsync(round % 3, isGraceful: true);
        }
        await stop.CancelAsync();
        await Task.WhenAll(working);

        output.WriteLine($"{Rounds} graceful stops: {scene.Books.Refreshes} refreshes, {scene.Books.Lost.Count} connections lost, answers {Text(statuses)}");
        scene.Books.Lost.ShouldBeEmpty();
        statuses.Keys.ShouldBeSubsetOf([0, 200, 503]);
        foreach (var owner in people) (await InsistAsync(() => RunAsync(2, owner))).With(200);
    }

    [PostgreSqlFact]
    public Task While_PostgreSQL_restarts_no_node_ends_and_all_go_on() => TakeDatabaseAwayAsync(2);

    [PostgreSqlFact]
    public Task While_PostgreSQL_is_away_no_node_ends_and_all_go_on_when_it_is_back() => TakeDatabaseAwayAsync(AwaySeconds);

    private async Task TakeDatabaseAwayAsync(int seconds)
    {
        var people = await ConnectAsync($"away{seconds}");
        using var stop = new CancellationTokenSource();
        var statuses = new ConcurrentDictionary<int, int>();
        var working = people.Select(owner => Task.Run(() => UseAsync(owner, statuses, stop.Token))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2));

        var (errors, warnings) = (Count(LogLevel.Error), Count(LogLevel.Warning));
        await scene.Database.Server.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        scene.Nodes.ShouldAllBe(node => !node.HasEnded);
        await scene.Database.Server.GoOnAsync();
        var watch = Stopwatch.StartNew();
        foreach (var node in scene.Nodes) await node.ReadyAsync();
        var ready = watch.Elapsed;
        await Task.Delay(TimeSpan.FromSeconds(2));
        await stop.CancelAsync();
        await Task.WhenAll(working);

        output.WriteLine($"away for {seconds} s, all ready {ready.TotalSeconds:0.0} s after it, answers {Text(statuses)}; "
            + $"{Count(LogLevel.Error) - errors} lines at Error, {Count(LogLevel.Warning) - warnings} at Warning");
        var lines = scene.Nodes[0].LinesOf(LogLevel.Error).Concat(scene.Nodes[0].LinesOf(LogLevel.Warning));
        foreach (var line in lines.GroupBy(KindOf).OrderByDescending(kind => kind.Count()).Take(12))
            output.WriteLine($"  {line.Count()} x {line.Key}");
        statuses.Keys.ShouldBeSubsetOf([200, 503]);
        scene.Books.Lost.ShouldBeEmpty();
        foreach (var owner in people) (await InsistAsync(() => RunAsync(1, owner))).With(200);
    }

    [PostgreSqlFact]
    public async Task A_node_that_is_killed_while_it_refreshes_costs_at_most_the_connections_whose_token_it_had_sent()
    {
        (scene.Books.Delay, scene.Books.TokenLifetime) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var people = await ConnectAsync("killed");
        using var stop = new CancellationTokenSource();
        var statuses = new ConcurrentDictionary<int, int>();
        var working = people.Select(owner => Task.Run(() => UseAsync(owner, statuses, stop.Token))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2));

        await scene.Nodes[2].KillAsync();
        var claimed = await ClusterRows.CountClaimsAsync(scene);
        await Task.Delay(TimeSpan.FromSeconds(5));
        await stop.CancelAsync();
        await Task.WhenAll(working);
        await RestartAsync(2);

        output.WriteLine($"{scene.Books.Refreshes} refreshes, {claimed} under way in the moment of the kill, {scene.Books.Lost.Count} connections lost, "
            + $"answers {Text(statuses)}");
        // No token was sent again: until the claim ends, the answer is to try again.
        scene.Books.Lost.ShouldBeEmpty();
        await ClusterRows.RecordsShouldEqualSumsAsync(scene, output);
    }

    private int Count(LogLevel level) => scene.Nodes.Sum(node => node.LinesOf(level).Count());

    /// <summary>Without the time, and as far as such lines are alike.</summary>
    private static string KindOf(string line) => line[(line.IndexOf(' ') + 1)..Math.Min(line.Length, 160)];

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Text(ConcurrentDictionary<int, int> statuses) =>
        string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{(pair.Key == 0 ? "broken" : pair.Key)}: {pair.Value}"));

    private Owner At(int node, string owner) => new(scene.Nodes[node].Client, owner);

    private Task<Reply> RunAsync(int node, string owner) => At(node, owner).ExecuteAsync(RotatingService.Tool, RotatingService.Action);

    private async Task<string[]> ConnectAsync(string name)
    {
        var people = Enumerable.Range(0, People).Select(number => $"{name}-{number}").ToArray();
        await Task.WhenAll(people.Select(scene.ConnectBooksAsync));
        return people;
    }

    /// <summary>Runs all the time, through whichever node is ready, and counts the answers; 0 for a connection that broke.</summary>
    private async Task UseAsync(string owner, ConcurrentDictionary<int, int> statuses, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var status = 0;
            try
            {
                // With a key for each second run: what is remembered of it is in the database, too.
                var key = Random.Shared.Next(2) == 0 ? "" : Guid.NewGuid().ToString();
                status = (await scene.Client.SendAsync(HttpMethod.Post, $"/tools/{RotatingService.Tool}/execute?user_id={owner}",
                    new { action = RotatingService.Action, parameters = new { } }, key.Length == 0 ? [] : [("Idempotency-Key", key)])).Status;
            }
            catch (HttpRequestException)
            {
                // The node went away with the request.
            }
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Asks again while the answer is to come again.</summary>
    private static async Task<Reply> InsistAsync(Func<Task<Reply>> askAsync)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var reply = await askAsync();
            if (reply.Status != 503) return reply;
            if (watch.Elapsed > TimeSpan.FromSeconds(90)) throw new TimeoutException($"Still after {watch.Elapsed}: {reply.Text}");
        }
    }

    /// <summary>Null where the connection broke: the node ended.</summary>
    private static async Task<Reply?> SettledAsync(Task<Reply> asked)
    {
        try
        {
            return await asked.WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task RestartAsync(int number, bool isGraceful = false)
    {
        var node = scene.Nodes[number];
        var watch = Stopwatch.StartNew();
        if (isGraceful) await node.EndAsync();
        // A node that was declared dead ends itself, soon.
        else if (!node.HasEnded) await node.KillAsync();
        var ended = watch.Elapsed;
        await node.StartAsync();
        await node.ReadyAsync();
        output.WriteLine($"node {number + 1} has ended after {ended.TotalSeconds:0.0} s and is ready again after {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
