using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Hosts tool sessions: each has one writer at a time, and what a call has answered is stored. How and where they are hosted is the adapter's
/// affair: in this process, or as grains of a cluster. Every method may answer Conflict when another node changed the session at the same time.
/// </summary>
public interface IToolSessions
{
    /// <summary>
    /// Asks to run an action now. Refreshes the credential first when it is used up; any number of callers cause one token request.
    /// NotFound: not connected. Forbidden: inactive or disabled. Invalid (<see cref="ToolSessionErrors.NeedsReconnectCode"/>): refused for good.
    /// Upstream: the token has ended and the token endpoint does not answer.
    /// </summary>
    /// <param name="leeway">How long before its end a token counts as used up.</param>
    ValueTask<Result<ToolSessionLease>> LeaseAsync(ToolSessionId id, string action, TimeSpan leeway, CancellationToken cancellationToken);

    /// <summary>
    /// Asks right before a leased credential is used whether the lease still holds: the run may have waited, and this process may have been hung. Errors are
    /// those of <see cref="LeaseAsync"/>, or Conflict (<see cref="ToolSessionErrors.CredentialReplaced"/>).
    /// </summary>
    ValueTask<Result<Done>> ConfirmAsync(ToolSessionLease lease, string action, CancellationToken cancellationToken);

    /// <summary>
    /// Says that the service refused this credential, and asks for a better one. Refreshes it where that is possible; else the session needs
    /// a new connection, and the answer is Invalid (<see cref="ToolSessionErrors.NeedsReconnectCode"/>). Where another request has replaced the
    /// credential meanwhile, that one is handed out.
    /// </summary>
    Task<Result<ToolSessionLease>> RenewAsync(ToolSessionId id, StoredCredential refused, CancellationToken cancellationToken);

    Task<Result<Done>> BeginAuthorizationAsync(ToolSessionId id, PendingAuthorization pending, CancellationToken cancellationToken);

    /// <summary>Takes a pending authorization out, once. Invalid: unknown, expired or already taken.</summary>
    Task<Result<PendingAuthorization>> ConsumeAuthorizationAsync(ToolSessionId id, string nonceHash, CancellationToken cancellationToken);

    /// <param name="label">What the service calls the account (<see cref="AccountLabel.Text"/>); null where that is not known yet.</param>
    Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, string? label, CancellationToken cancellationToken);

    /// <summary>Changes what the connection is called and how it is used; nothing need be connected yet.</summary>
    Task<Result<Done>> ChangeAsync(ToolSessionId id, ConnectionChange change, CancellationToken cancellationToken);

    /// <summary>Forgets the session and gives what it held. NotFound: nothing was connected.</summary>
    Task<Result<StoredCredential>> DisconnectAsync(ToolSessionId id, CancellationToken cancellationToken);

    /// <summary>NotFound: nothing is connected.</summary>
    Task<Result<Done>> SetActiveAsync(ToolSessionId id, bool active, CancellationToken cancellationToken);

    /// <summary>NotFound: nothing is connected.</summary>
    /// <param name="action">The action's own name, no alias.</param>
    Task<Result<Done>> SetActionEnabledAsync(ToolSessionId id, string action, bool enabled, CancellationToken cancellationToken);
}
