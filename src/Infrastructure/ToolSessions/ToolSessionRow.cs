using System.Collections.Immutable;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>A <see cref="ToolSessionSnapshot"/> as a row. The columns of the credential are null together.</summary>
internal sealed class ToolSessionRow
{
    /// <summary><c>ext:</c>, a UUID, a colon and the longest external name.</summary>
    public const int MaximumOwnerLength = 41 + OwnerId.MaximumNameLength;

    public required TenantId TenantId { get; init; }

    /// <summary><see cref="OwnerId.Value"/>.</summary>
    public required string Owner { get; init; }

    public required string Tool { get; init; }

    public required string Account { get; init; }

    /// <summary>Null for a session that a node of an older version has made; <see cref="ConnectionIds"/> gives it one.</summary>
    public Guid? ConnectionId { get; set; }

    /// <summary>Null as <see cref="ConnectionId"/>.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    public string? Name { get; set; }

    public string? Label { get; set; }

    public DateTimeOffset? DefaultSince { get; set; }

    /// <summary>A <see cref="SharingRow"/>; null for a session that is not shared.</summary>
    public string? Sharing { get; set; }

    /// <summary>Of a <see cref="ConnectionFault"/>, whose columns are null together.</summary>
    public string? FaultCode { get; set; }

    public string? FaultMessage { get; set; }

    public DateTimeOffset? FaultAt { get; set; }

    /// <summary>When its credential was last tried at the service. Written past the version, as <see cref="LastUsedAt"/>.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>
    /// When its credential is to be tried next; null where that was not planned since it was connected. Written past the version, as
    /// <see cref="LastUsedAt"/>, but for connecting.
    /// </summary>
    public DateTimeOffset? CheckDueAt { get; set; }

    /// <summary>Until when no other node looks at whether its token is to be refreshed ahead. Written past the version, as <see cref="LastUsedAt"/>.</summary>
    public DateTimeOffset? RefreshDueAt { get; set; }

    public Guid? CredentialId { get; set; }

    public string? CredentialScheme { get; set; }

    public Guid? CredentialKeyId { get; set; }

    public byte[]? CredentialCipher { get; set; }

    /// <summary>A JSON array of strings.</summary>
    public string? CredentialScopes { get; set; }

    public DateTimeOffset? CredentialExpiresAt { get; set; }

    public bool? CredentialIsRefreshable { get; set; }

    public DateTimeOffset? CredentialObtainedAt { get; set; }

    public bool IsActive { get; set; }

    public bool NeedsReconnect { get; set; }

    public bool RefreshFailed { get; set; }

    /// <summary>A JSON array of strings.</summary>
    public required string DisabledActions { get; set; }

    /// <summary>A JSON array of <see cref="PendingRow"/>.</summary>
    public required string Pending { get; set; }

    public DateTimeOffset? ConnectedAt { get; set; }

    /// <summary>Of a <see cref="RefreshClaim"/>, whose columns are null together; it is about the credential that the row holds.</summary>
    public Guid? RefreshAttempt { get; set; }

    public string? RefreshHolder { get; set; }

    public DateTimeOffset? RefreshUntil { get; set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; set; }

    /// <summary>Written by the usage recorder alone, past the version: it takes part in no race.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A pending authorization inside a session's row.</summary>
internal sealed record PendingRow(
    string NonceHash, string Scheme, SealedRow Verifier, string RedirectUri, SealedRow? Fields, DateTimeOffset ExpiresAt);

/// <summary>A <see cref="SharingRule"/> inside a session's row.</summary>
internal sealed record SharingRow(bool Everybody, ImmutableArray<Guid> Roles, ImmutableArray<Guid> People);

/// <summary>A sealed secret inside a session's row.</summary>
internal sealed record SealedRow(Guid KeyId, byte[] Cipher)
{
    public override string ToString() => "***";
}
