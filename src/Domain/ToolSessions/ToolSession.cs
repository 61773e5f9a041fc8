using ModuleX.Domain.Results;

namespace ModuleX.Domain.ToolSessions;

/// <summary>
/// One owner's link to one tool: the sealed credential, the authorizations under way and what is enabled.
/// Not safe for two writers; its host gives it one at a time. Reading is safe at any time: the state is one immutable snapshot.
/// </summary>
public sealed class ToolSession(ToolSessionSnapshot stored)
{
    /// <summary>How many authorizations of one session may wait for their callback; the oldest gives way.</summary>
    public const int MaximumPendingAuthorizations = 5;

    private volatile ToolSessionSnapshot _state = stored;

    public ToolSessionId Id => _state.Id;

    /// <summary>The state now.</summary>
    public ToolSessionSnapshot Snapshot => _state;

    /// <summary>Remembers an authorization that is about to be sent to the service.</summary>
    public Result<Done> BeginAuthorization(PendingAuthorization pending, DateTimeOffset now)
    {
        // The oldest gives way, so that a person who comes back after five closed windows can still connect.
        var waiting = _state.Pending.RemoveAll(other => other.ExpiresAt <= now);
        if (waiting.Length >= MaximumPendingAuthorizations) waiting = waiting.RemoveRange(0, waiting.Length - MaximumPendingAuthorizations + 1);
        _state = _state with { Pending = waiting.Add(pending) };
        return Done.Result;
    }

    /// <summary>Takes the authorization that <paramref name="nonceHash"/> belongs to, whatever becomes of the exchange after it.</summary>
    public Result<PendingAuthorization> ConsumeAuthorization(string nonceHash, DateTimeOffset now)
    {
        // Consumed before the exchange: a replayed callback must find nothing, even when the provider is down.
        var found = _state.Pending.FirstOrDefault(pending => pending.NonceHash == nonceHash);
        _state = _state with { Pending = _state.Pending.RemoveAll(pending => pending == found || pending.ExpiresAt <= now) };
        return found is null || found.ExpiresAt <= now ? ToolSessionErrors.StateUnknown : found;
    }

    /// <summary>Holds a credential from now on. What was switched off before stays off.</summary>
    /// <param name="label">What the service calls its account; null where that is not known yet.</param>
    public Result<Done> Connect(StoredCredential credential, DateTimeOffset now, string? label = null)
    {
        // The first account of a tool is what runs mean that name none.
        var isFirst = _state.Credential is null && Id.Account == ToolSessionId.DefaultAccount;
        var isNew = _state.Credential is null || _state.NeedsReconnect;
        _state = _state with
        {
            Credential = credential, Refresh = null, NeedsReconnect = false, RefreshFailed = false, Fault = null, ConnectedAt = now,
            DefaultSince = isFirst ? _state.DefaultSince ?? now : _state.DefaultSince,
            // Also where it is not known: the one before may be another account's.
            Label = label,
            Event = isNew ? new(ConnectionEventKind.Created, null) : null,
        };
        return Done.Result;
    }

    /// <summary>Changes what it is called and how it is used. Nothing need be connected: an authorization may be under way.</summary>
    public Result<Done> Change(ConnectionChange change, DateTimeOffset now)
    {
        _state = _state with
        {
            Name = change.Name ?? _state.Name,
            // The answer to a credential that was replaced meanwhile may name another account.
            Label = change.Label is { } label && label.CredentialId == _state.Credential?.Id ? label.Text : _state.Label,
            DefaultSince = change.IsDefault switch { true => now, false => null, null => _state.DefaultSince },
            Sharing = change.Sharing ?? _state.Sharing,
        };
        return Done.Result;
    }

    /// <summary>Forgets everything: credential, authorizations under way and switches. Gives what was held, so that it can be revoked.</summary>
    public Result<StoredCredential> Disconnect()
    {
        if (_state.Credential is not { } held) return ToolSessionErrors.NotConnected(Id);
        _state = ToolSessionSnapshot.Empty(Id) with { Version = _state.Version, Event = new(ConnectionEventKind.Deleted, null) };
        return held;
    }

    public Result<Done> SetActive(bool active)
    {
        if (_state.Credential is null) return ToolSessionErrors.NotConnected(Id);
        _state = _state with { IsActive = active };
        return Done.Result;
    }

    public Result<Done> SetActionEnabled(string action, bool enabled)
    {
        if (_state.Credential is null) return ToolSessionErrors.NotConnected(Id);
        _state = _state with { DisabledActions = enabled ? _state.DisabledActions.Remove(action) : _state.DisabledActions.Add(action) };
        return Done.Result;
    }

    /// <summary>Whether an action may run now, with which credential, and whether that has to be refreshed first.</summary>
    /// <param name="leeway">How long before its end a token counts as used up.</param>
    public Result<LeaseDecision> Lease(string action, TimeSpan leeway, DateTimeOffset now)
    {
        var state = _state;
        if (state.Credential is not { } credential) return ToolSessionErrors.NotAuthenticated(Id);
        if (!state.IsActive) return ToolSessionErrors.ToolInactive(Id.Tool);
        if (state.DisabledActions.Contains(action)) return ToolSessionErrors.ActionDisabled(Id.Tool, action);
        if (state.NeedsReconnect) return ToolSessionErrors.NeedsReconnect(Id);
        return new LeaseDecision(new ToolSessionLease(Id, credential), credential.IsRefreshable && credential.EndsWithin(leeway, now));
    }

    /// <summary>Claims the refresh of a credential for one process. Changes nothing where the credential is no longer held.</summary>
    /// <param name="mayTakeOver">Whether the process that made another claim can't store an answer any more.</param>
    /// <returns>Conflict (<see cref="ToolSessionErrors.RefreshElsewhereCode"/>): another process refreshes it.</returns>
    public Result<Done> ClaimRefresh(RefreshClaim claim, Func<RefreshClaim, bool> mayTakeOver)
    {
        if (_state.Credential?.Id != claim.CredentialId) return Done.Result;
        if (_state.Refresh is { } other && other.CredentialId == claim.CredentialId && !mayTakeOver(other)) return ToolSessionErrors.RefreshElsewhere(Id.Tool);
        _state = _state with { Refresh = claim };
        return Done.Result;
    }

    /// <summary>
    /// Takes in what became of a refresh. A refresh of a credential that is no longer held, or that another process took over, changes nothing.
    /// </summary>
    /// <param name="claim">The claim under which it was made.</param>
    /// <param name="outcome">The new credential, or why there is none; <see cref="ToolSessionErrors.NeedsReconnectCode"/> says that it is for good.</param>
    /// <param name="wasRejected">The service refused the old token, so it is of no use even before its end.</param>
    /// <returns>The credential to run with.</returns>
    public Result<ToolSessionLease> ApplyRefresh(RefreshClaim claim, Result<StoredCredential> outcome, bool wasRejected, DateTimeOffset now)
    {
        if (_state.Credential is not { } held) return ToolSessionErrors.NotAuthenticated(Id);
        if (held.Id != claim.CredentialId) return _state.NeedsReconnect ? ToolSessionErrors.NeedsReconnect(Id) : new ToolSessionLease(Id, held);
        if (_state.Refresh is { } other && other.Attempt != claim.Attempt) return ToolSessionErrors.RefreshElsewhere(Id.Tool);
        _state = _state with { Refresh = null };
        if (!outcome.Failed(out var error, out var renewed))
        {
            _state = _state with { Credential = renewed, RefreshFailed = false, NeedsReconnect = false, Fault = null };
            return new ToolSessionLease(Id, renewed);
        }
        if (error.Code == ToolSessionErrors.NeedsReconnectCode)
        {
            RequireReconnect(error, now);
            return error;
        }
        // Told once, not at every try of a token endpoint that is down.
        _state = _state with
        {
            RefreshFailed = true, Fault = FaultOf(error, now), Event = _state.RefreshFailed ? null : new(ConnectionEventKind.RefreshFailed, error),
        };
        // The old token still works for the rest of its life; a token endpoint that is down for a moment stops no run.
        return wasRejected || held.EndsWithin(TimeSpan.Zero, now) ? error : new ToolSessionLease(Id, held);
    }

    /// <summary>Takes in that the service refused a credential which can't be refreshed.</summary>
    public Result<Done> RejectCredential(Guid credentialId, DateTimeOffset now)
    {
        if (_state.Credential?.Id == credentialId && !_state.NeedsReconnect) RequireReconnect(ToolSessionErrors.NeedsReconnect(Id), now);
        return Done.Result;
    }

    private void RequireReconnect(Error error, DateTimeOffset now) => _state = _state with
    {
        NeedsReconnect = true, RefreshFailed = false, Fault = FaultOf(error, now),
        Event = _state.NeedsReconnect ? null : new(ConnectionEventKind.NeedsReconnect, error),
    };

    private static ConnectionFault FaultOf(Error error, DateTimeOffset now) => new(error.Code, error.Message, now);
}
