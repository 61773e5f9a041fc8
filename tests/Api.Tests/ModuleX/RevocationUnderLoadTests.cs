using System.Collections.Concurrent;
using System.Diagnostics;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>What is taken away is gone a second later, while others go on calling.</summary>
public sealed class RevocationUnderLoadTests(RunScene scene) : IClassFixture<RunScene>
{
    private const int Callers = 16;

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_uninstalled_integration()
    {
        var member = await scene.AddMemberAsync();

        await IsRefusedAsync(member, 404, scene.UninstallAsync);

        await scene.InstallAsync();
        (await scene.ExecuteAsync(member, "list_entries")).With(200);
    }

    [Fact]
    public async Task A_disabled_action()
    {
        var member = await scene.AddMemberAsync();

        await IsRefusedAsync(member, 403, async () =>
            (await scene.CallAsync(member, HttpMethod.Put, $"/api/auth/tools/{RunScene.Tool}/actions/list_entries/status",
                new { is_disabled = true })).With(200));
    }

    [Fact]
    public async Task An_ended_session()
    {
        var member = await scene.AddMemberAsync();

        await IsRefusedAsync(member, 401, async () =>
        {
            var sessions = (await scene.CallAsync(member, HttpMethod.Get, "/api/auth/sessions")).With(200);
            (await scene.CallAsync(member, HttpMethod.Delete, $"/api/auth/sessions/{sessions["current_session_id"]}")).With(200);
        });
    }

    /// <summary>Calls all the time, takes something away in the middle, and looks at every call that began a second later or after.</summary>
    private async Task IsRefusedAsync(string member, int status, Func<Task> takeAwayAsync)
    {
        using var stop = new CancellationTokenSource();
        var calls = new ConcurrentQueue<(long BeganAt, int Status)>();
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var began = Stopwatch.GetTimestamp();
                calls.Enqueue((began, (await scene.ExecuteAsync(member, "list_entries")).Status));
            }
        })).ToList();
        await Eventually.BecomesAsync(() => Task.FromResult(calls.Count > Callers * 4), "load");

        await takeAwayAsync();
        var taken = Stopwatch.GetTimestamp();
        await Eventually.BecomesAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(taken) > Allowed + Watched), "time to watch");
        await stop.CancelAsync();
        await Task.WhenAll(callers);

        var before = calls.Where(call => call.BeganAt < taken).ToList();
        before.Count(call => call.Status == 200).ShouldBeGreaterThan(Callers);
        var late = calls.Where(call => Stopwatch.GetElapsedTime(taken, call.BeganAt) > Allowed).ToList();
        late.Count.ShouldBeGreaterThan(Callers);
        late.ShouldAllBe(call => call.Status == status);
    }
}
