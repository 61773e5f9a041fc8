namespace ModuleX.Domain.ToolSessions;

/// <summary>The right to run one action now: the tool is connected, the action enabled, the credential as fresh as it can be.</summary>
/// <param name="Credential">Sealed; the run opens it, uses it once and forgets it.</param>
public sealed record ToolSessionLease(ToolSessionId Session, StoredCredential Credential);

/// <summary>What a session answers when a lease is asked for.</summary>
/// <param name="NeedsRefresh">The token is used up, or will be within the leeway: refresh it before the lease is handed out.</param>
public readonly record struct LeaseDecision(ToolSessionLease Lease, bool NeedsRefresh);
