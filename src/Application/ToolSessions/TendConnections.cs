using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Refreshes the tokens of connections in use before they end, and tries those whose check is due. Gives how many connections it took up.
/// </summary>
public sealed record TendConnectionsCommand : ICommand<int>;

internal sealed partial class TendConnectionsHandler(
    IConnectionChecks checks, ConnectionCheck check, IToolSessions sessions, IToolCatalog catalog, IOptions<ConnectionHealthOptions> options,
    TimeProvider time, ILogger<TendConnectionsHandler> logger) : ICommandHandler<TendConnectionsCommand, int>
{
    private const int AtOnce = 100;

    /// <summary>How many looks a token endpoint is left alone that failed.</summary>
    private const int LooksAfterFailure = 10;

    private readonly ConnectionHealthOptions _options = options.Value;

    public async Task<Result<int>> Handle(TendConnectionsCommand command, CancellationToken cancellationToken)
    {
        if (_options.InUseFor == TimeSpan.Zero) return 0;
        var usedSince = time.GetUtcNow() - _options.InUseFor;
        var horizon = time.GetUtcNow() + _options.LookEvery + catalog.Current.Tools.Select(tool => tool.ExpiryLeeway).DefaultIfEmpty().Max();
        var taken = await TakeAllAsync(() => checks.FindEndingAsync(usedSince, horizon, AtOnce, cancellationToken), RefreshAsync, cancellationToken);
        if (_options.CheckEvery == TimeSpan.Zero) return taken;
        return taken + await TakeAllAsync(() => checks.FindDueAsync(usedSince, AtOnce, cancellationToken), CheckAsync, cancellationToken);
    }

    private async Task<int> TakeAllAsync(
        Func<Task<IReadOnlyList<DueConnection>>> find, Func<DueConnection, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.ChecksAtOnce, CancellationToken = cancellationToken };
        for (var taken = 0; ;)
        {
            var due = await find();
            await Parallel.ForEachAsync(due, parallel, async (one, stop) =>
            {
                try
                {
                    if (await take(one, stop)) Interlocked.Increment(ref taken);
                }
                catch (Exception exception) when (!stop.IsCancellationRequested)
                {
                    // One connection must not keep the others from being looked after; it was moved on and comes again.
                    LogFailed(exception, one.Session.Id);
                }
            });
            if (due.Count < AtOnce) return taken;
        }
    }

    private async Task<bool> RefreshAsync(DueConnection ending, CancellationToken cancellationToken)
    {
        var session = ending.Session;
        // Half a look: the next look of this node must find it again.
        var pause = session.RefreshFailed ? _options.LookEvery * LooksAfterFailure : _options.LookEvery / 2;
        if (!await checks.ClaimRefreshAsync(ending, time.GetUtcNow() + pause, cancellationToken)) return false;
        if (catalog.FindTool(session.Id.Tool).Failed(out _, out var tool)) return false;
        var ahead = tool.ExpiryLeeway + _options.LookEvery;
        // A token that lives no longer than this would be refreshed at every look, used or not. Runs refresh it when they need it.
        if (session.Credential is not { } held || held.ExpiresAt - held.ObtainedAt <= ahead || !held.EndsWithin(ahead, time.GetUtcNow())) return false;
        // What came of it the session knows: a failure is in its state, and told.
        await sessions.LeaseAsync(session.Id, ConnectionCheck.NoAction, ahead, cancellationToken);
        return true;
    }

    private async Task<bool> CheckAsync(DueConnection due, CancellationToken cancellationToken)
    {
        var next = time.GetUtcNow() + _options.NextCheckAfter(Random.Shared.NextDouble());
        if (!await checks.ClaimCheckAsync(due, next, cancellationToken)) return false;
        // What was not planned before waits until then, but for a new connection of which the service can say whose it is.
        if (due.DueAt is null && !LacksLabel(due.Session)) return false;
        await check.RunAsync(due.Session, cancellationToken);
        return true;
    }

    private bool LacksLabel(ToolSessionSnapshot session) => session.Label is null
        && !catalog.FindTool(session.Id.Tool).Failed(out _, out var tool) && tool.Verification is { Label.IsEmpty: false };

    [LoggerMessage(LogLevel.Warning, "Could not look after connection {SessionId}; it is tried again")]
    private partial void LogFailed(Exception exception, ToolSessionId sessionId);
}
