using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Grains;

/// <summary>
/// The connect URL of one session, for all nodes. The node that is asked for one begins the authorization, for it has the tool and its fields; here is
/// whose turn that is, and what came of it. Used by the turns of one grain, which never run at once.
/// </summary>
internal sealed class SessionConnectUrl(TimeProvider time)
{
    /// <summary>How long others wait for the one who has the turn: it may have been lost together with its node.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Begun? _begun;

    /// <summary>The URL, or that there can be none now, or the turn to begin.</summary>
    public async Task<Result<ConnectUrlMessage>> FindAsync(Guid? credential)
    {
        while (_begun is { } begun && begun.Serves(credential, time.GetUtcNow()))
        {
            try
            {
                return new ConnectUrlMessage { Url = await begun.Url.Task.WaitAsync(Patience), Turn = null };
            }
            catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
            {
                // The one who had the turn is lost, or what it began was thrown away: the next caller's turn.
                if (_begun == begun) _begun = null;
            }
        }
        _begun = new Begun(credential, time.GetUtcNow() + IConnectUrlCache.Lifetime);
        return new ConnectUrlMessage { Url = null, Turn = _begun.Turn };
    }

    public Result<Done> Keep(ConnectUrlMessage begun)
    {
        // Its authorization may have been thrown away with all that was begun before.
        if (_begun is not { } own || own.Turn != begun.Turn) return Done.Result;
        own.Url.TrySetResult(begun.Url);
        if (begun.Url is null) _begun = null;
        return Done.Result;
    }

    /// <summary>What was begun is used or thrown away.</summary>
    public void Forget()
    {
        _begun?.Url.TrySetCanceled();
        _begun = null;
    }

    /// <summary>Forgets it once a change has thrown away what was begun.</summary>
    public async Task<Result<T>> ForgetAfterAsync<T>(Task<Result<T>> change)
    {
        var outcome = await change;
        if (outcome.Error is null) Forget();
        return outcome;
    }

    private sealed class Begun(Guid? credential, DateTimeOffset until)
    {
        public Guid Turn { get; } = Guid.NewGuid();

        public TaskCompletionSource<string?> Url { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Serves(Guid? refused, DateTimeOffset now) => now < until && credential == refused;
    }
}
