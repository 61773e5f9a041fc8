using System.Collections.Concurrent;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>People who run and switch all the time, and remember what was acknowledged.</summary>
internal sealed class LoadOnNodes(ThreeNodes scene)
{
    private const int People = 8;

    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, bool> _disabled = new();
    private readonly ConcurrentQueue<string> _done = [];
    private readonly ConcurrentQueue<string> _unknown = [];
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly ConcurrentQueue<string> _broken = [];
    private Task _working = Task.CompletedTask;
    private int _requests;

    /// <summary>Keys whose run was answered with success.</summary>
    public IReadOnlyCollection<string> Done => _done;

    /// <summary>Keys whose first request got no answer, and whose later ones are told that it is under way: the node that began is dead.</summary>
    public IReadOnlyCollection<string> Unknown => _unknown;

    /// <summary>Answers that no caller should get.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Connections that broke after the request was sent.</summary>
    public IReadOnlyCollection<string> Broken => _broken;

    public int Requests => _requests;

    public async Task StartAsync(string name)
    {
        var owners = Enumerable.Range(0, People).Select(number => $"{name}-{number}").ToList();
        foreach (var owner in owners)
        {
            (await scene.ConnectAsync(owner)).With(200);
            _disabled[owner] = false;
        }
        _working = Task.WhenAll(owners.Select(owner => Task.Run(() => WorkAsync(owner))));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Wait.ForAsync(_working, "the end of the load");
        _stop.Dispose();
    }

    /// <summary>Waits until that many more requests were answered.</summary>
    public Task GoOnAsync(int requests)
    {
        var goal = _requests + requests;
        return Eventually.BecomesAsync(() => Task.FromResult(_requests >= goal || !_failures.IsEmpty), $"{goal} requests");
    }

    /// <summary>Every node knows every session as it was last acknowledged.</summary>
    public async Task CheckAsync(IEnumerable<NodeProcess> nodes)
    {
        foreach (var node in nodes)
        {
            foreach (var (owner, isDisabled) in _disabled)
                (await new Owner(node.Client, owner).ExecuteAsync(ThreeNodes.Tool, ThreeNodes.Action, new { text = "look" })).With(isDisabled ? 403 : 200);
        }
    }

    private async Task WorkAsync(string owner)
    {
        for (var turn = 0; !_stop.IsCancellationRequested; turn++)
        {
            var isDisabled = turn % 2 == 0;
            if (await InsistAsync(() => scene.SetDisabledAsync(owner, isDisabled)) is { } switched && IsGood(switched, 200)) _disabled[owner] = isDisabled;
            var key = $"{Run}-{owner}-{turn}-";
            if (await InsistAsync(() => scene.ExecuteAsync(key)) is not { } reply) continue;
            if (reply.Status == 409) _unknown.Enqueue(key);
            else if (IsGood(reply, 200)) _done.Enqueue(key);
        }
    }

    /// <summary>Asks again where no answer came; both things here may be asked twice.</summary>
    private async Task<Reply?> InsistAsync(Func<Task<Reply>> ask)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                var reply = await ask();
                Interlocked.Increment(ref _requests);
                return reply;
            }
            catch (HttpRequestException exception)
            {
                _broken.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} {exception.Message} {exception.InnerException?.Message}");
            }
        }
        _failures.Enqueue("No answer in ten attempts.");
        return null;
    }

    private bool IsGood(Reply reply, int status)
    {
        if (reply.Status == status) return true;
        _failures.Enqueue($"{reply.Status} {reply.Text}");
        return false;
    }
}
