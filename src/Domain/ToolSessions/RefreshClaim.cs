namespace ModuleX.Domain.ToolSessions;

/// <summary>
/// Says that one process refreshes a credential. It is stored before the refresh token is sent: a rotated refresh token that is sent a second time ends
/// the whole grant (RFC 9700, section 4.14.2), so no two processes may send the same one.
/// </summary>
/// <param name="CredentialId">The credential that is refreshed.</param>
/// <param name="Attempt">This attempt: a process recognizes its own claims.</param>
/// <param name="Holder">The process, as its host names it.</param>
/// <param name="Until">Until then the holder may be waiting for the answer.</param>
public sealed record RefreshClaim(Guid CredentialId, Guid Attempt, string Holder, DateTimeOffset Until);
