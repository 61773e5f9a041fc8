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

/// <summary>A sealed secret inside a session's row.</summary>
internal sealed record SealedRow(Guid KeyId, byte[] Cipher)
{
    public override string ToString() => "***";
}
