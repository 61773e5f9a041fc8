using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>
/// Refreshes credentials, each once at a time in this process and, by a claim in the row, in all processes. What a service has answered is stored however
/// long that takes: a rotated refresh token that is lost ends the connection.
/// </summary>
internal sealed partial class CredentialRefreshes(
    ICredentialRefresher refresher, IRevocationQueue revocations, ISecurityLog securityLog, IRefreshHolders holders, DatabaseClock clock,
    IOptions<TokenRequestOptions> options, TimeProvider time, ILogger<CredentialRefreshes> logger)
{
    /// <summary>How long after it was made a claim allows to send; the rest of it is for the answer.</summary>
    private static readonly TimeSpan SendingTime = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, ToolSessionId> _attempts = new();
    private readonly Dictionary<ToolSessionId, Task<Result<ToolSessionLease>>> _running = [];
    private readonly Lock _gate = new();

    /// <summary>The sessions whose refresh is under way in this process.</summary>
    public IReadOnlyCollection<ToolSessionId> UnderWay => [.. _attempts.Values];

    /// <summary>
    /// Refreshes a credential, or joins the refresh that is under way: any number of callers cause one token request. Where the credential was replaced,
    /// taken away or refused for good meanwhile, nothing is asked.
    /// </summary>
    public async Task<Result<ToolSessionLease>> RefreshAsync(
        HostedToolSession hosted, StoredCredential used, bool wasRejected, CancellationToken cancellationToken)
    {
        Task<Result<ToolSessionLease>> running;
        lock (_gate)
        {
            // Looked at under the lock: a caller may come here when the refresh that it would have joined has just ended.
            var state = hosted.Session.Snapshot;
            if (state.Credential is not { } held) return ToolSessionErrors.NotAuthenticated(state.Id);
            if (held.Id != used.Id) return new ToolSessionLease(state.Id, held);
            if (state.NeedsReconnect) return ToolSessionErrors.NeedsReconnect(state.Id);
            if (!_running.TryGetValue(state.Id, out running!) || running.IsCompleted)
            {
                // Not on the caller's own scheduler: a grain that is deactivated must not take the refresh along.
                running = Task.Run(() => RunAsync(hosted, used, wasRejected), CancellationToken.None);
                _running[state.Id] = running;
                _ = running.ContinueWith(
                    ended => End(state.Id, ended), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        try
        {
            return await running.WaitAsync(options.Value.TokenTimeout + LongestPause, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return ToolSessionErrors.RefreshNotStored(hosted.Session.Id.Tool);
        }
    }

    private void End(ToolSessionId id, Task<Result<ToolSessionLease>> ended)
    {
        lock (_gate)
        {
            if (_running.GetValueOrDefault(id) == ended) _running.Remove(id);
        }
    }

    private async Task<Result<ToolSessionLease>> RunAsync(HostedToolSession hosted, StoredCredential used, bool wasRejected)
    {
        var id = hosted.Session.Id;
        using var span = ToolSessionTelemetry.StartRefresh(id.Tool);
        var started = time.GetTimestamp();
        var attempt = Guid.NewGuid();
        _attempts[attempt] = id;
        try
        {
            var outcome = await RefreshAsync(hosted, used, attempt, wasRejected);
            ToolSessionTelemetry.EndRefresh(span, id.Tool, time.GetElapsedTime(started), outcome.Error);
            if (outcome.Error?.Code == ToolSessionErrors.NeedsReconnectCode) securityLog.CredentialRejected(id);
            return outcome;
        }
        finally
        {
            _attempts.TryRemove(attempt, out _);
        }
    }

    private async Task<Result<ToolSessionLease>> RefreshAsync(HostedToolSession hosted, StoredCredential used, Guid attempt, bool wasRejected)
    {
        var id = hosted.Session.Id;
        if ((await ClaimAsync(hosted, used, attempt, wasRejected)).Failed(out var error, out var claimed))
            return error.Code == ToolSessionErrors.RefreshElsewhereCode && IsStillGood(used, wasRejected) ? new ToolSessionLease(id, used) : error;
        var (claim, made) = claimed;
        var before = hosted.Session.Snapshot;
        if (before.Credential is not { } held) return ToolSessionErrors.NotAuthenticated(id);
        if (held.Id != used.Id) return new ToolSessionLease(id, held);
        // A process that was hung meanwhile may have lost its claim.
        var outcome = await refresher.RefreshAsync(
            id, used, _ => ValueTask.FromResult(made.Age(time) < SendingTime ? null : ToolSessionErrors.RefreshElsewhere(id.Tool)), CancellationToken.None);
        var applied = await StoreAsync(hosted, claim, outcome, wasRejected);
        // The owner has gone, disconnected or connected anew: no session holds the new tokens, so they are to end. Where another process took the
        // refresh over they are of one grant with those that it got, and stay.
        var after = hosted.Session.Snapshot;
        if (!outcome.Failed(out _, out var renewed) && after.Credential?.Id != renewed.Id
            && (after.Credential is null || after.ConnectedAt != before.ConnectedAt))
            await revocations.AddAsync(id, renewed, CancellationToken.None);
        return applied;
    }

    /// <summary>Claims the refresh; while another process has it, waits for what comes of that, as long as a token endpoint may take.</summary>
    private async Task<Result<(RefreshClaim Claim, ClockReading Made)>> ClaimAsync(
        HostedToolSession hosted, StoredCredential used, Guid attempt, bool wasRejected)
    {
        var began = ClockReading.Now(time);
        while (true)
        {
            var made = ClockReading.Now(time);
            var claim = new RefreshClaim(used.Id, attempt, holders.Own, clock.UtcNow + SendingTime + options.Value.TokenTimeout);
            if (!(await hosted.ChangeAsync(session => session.ClaimRefresh(claim, MayTakeOver), CancellationToken.None)).Failed(out var error, out _))
                return (claim, made);
            if (error.Code != ToolSessionErrors.RefreshElsewhereCode && error != ToolSessionErrors.LostRace) return error;
            if (IsStillGood(used, wasRejected) || began.Age(time) >= options.Value.TokenTimeout) return error;
            await Task.Delay(FirstPause, time, CancellationToken.None);
        }
    }

    private bool MayTakeOver(RefreshClaim other) =>
        other.Holder == holders.Own ? !_attempts.ContainsKey(other.Attempt) : holders.IsGone(other);

    /// <summary>The old token works for the rest of its life.</summary>
    private bool IsStillGood(StoredCredential used, bool wasRejected) => !wasRejected && !used.EndsWithin(TimeSpan.Zero, time.GetUtcNow());

    /// <summary>Stores what the service answered, again and again while that fails, as long as the process lives.</summary>
    private async Task<Result<ToolSessionLease>> StoreAsync(
        HostedToolSession hosted, RefreshClaim claim, Result<StoredCredential> outcome, bool wasRejected)
    {
        var isTold = false;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var applied = await hosted.ChangeAsync(
                    session => session.ApplyRefresh(claim, outcome, wasRejected, time.GetUtcNow()), CancellationToken.None);
                // Lost twice in a row: others change the session all the time, and the grant must be in it all the same.
                if (applied.Error != ToolSessionErrors.LostRace) return applied;
            }
            catch (Exception exception) when (outcome.Error is null)
            {
                if (!isTold) LogNotStored(exception, hosted.Session.Id);
                isTold = true;
            }
            await Task.Delay(pause, time, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Error, "The new token of session {SessionId} can't be stored; it is kept in memory and stored as soon as that works")]
    private partial void LogNotStored(Exception exception, ToolSessionId sessionId);
}
