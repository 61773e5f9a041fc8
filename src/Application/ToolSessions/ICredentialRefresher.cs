using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Turns a credential that is used up into a fresh one. It changes nothing: the session's host stores the outcome.</summary>
public interface ICredentialRefresher
{
    /// <summary>
    /// The new credential. Invalid with <see cref="ToolSessionErrors.NeedsReconnectCode"/>: refused for good. Upstream: it may work later.
    /// </summary>
    /// <param name="permit">Asked right before a refresh token is sent.</param>
    Task<Result<StoredCredential>> RefreshAsync(ToolSessionId id, StoredCredential credential, SendPermit permit, CancellationToken cancellationToken);
}
