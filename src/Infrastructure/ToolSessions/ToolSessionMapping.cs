using System.Runtime.InteropServices;
using System.Text.Json;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Between a session's snapshot and its row.</summary>
internal static class ToolSessionMapping
{
    public static ToolSessionRow ToRow(this ToolSessionSnapshot session) => new()
    {
        TenantId = session.Id.Tenant,
        Owner = session.Id.Owner.Value,
        Tool = session.Id.Tool,
        Account = session.Id.Account,
        ConnectionId = session.ConnectionId == Guid.Empty ? null : session.ConnectionId,
        CreatedAt = session.CreatedAt,
        Name = session.Name,
        Label = session.Label,
        DefaultSince = session.DefaultSince,
        Sharing = session.Sharing is { } rule ? JsonSerializer.Serialize(ToRow(rule), RowJson.Default.SharingRow) : null,
        FaultCode = session.Fault?.Code,
        FaultMessage = session.Fault?.Message,
        FaultAt = session.Fault?.At,
        CredentialId = session.Credential?.Id,
        CredentialScheme = session.Credential?.Scheme,
        CredentialKeyId = session.Credential?.Secret.KeyId,
        CredentialCipher = session.Credential is { } credential ? ImmutableCollectionsMarshal.AsArray(credential.Secret.Cipher) : null,
        CredentialScopes = session.Credential is { Scopes: var scopes } ? JsonSerializer.Serialize(scopes, RowJson.Default.ImmutableArrayString) : null,
        CredentialExpiresAt = session.Credential?.ExpiresAt,
        CredentialIsRefreshable = session.Credential?.IsRefreshable,
        CredentialObtainedAt = session.Credential?.ObtainedAt,
        IsActive = session.IsActive,
        NeedsReconnect = session.NeedsReconnect,
        RefreshFailed = session.RefreshFailed,
        DisabledActions = JsonSerializer.Serialize(session.DisabledActions, RowJson.Default.ImmutableSortedSetString),
        Pending = JsonSerializer.Serialize([.. session.Pending.Select(ToRow)], RowJson.Default.ImmutableArrayPendingRow),
        ConnectedAt = session.ConnectedAt,
        RefreshAttempt = ClaimOf(session)?.Attempt,
        RefreshHolder = ClaimOf(session)?.Holder,
        RefreshUntil = ClaimOf(session)?.Until,
        Version = session.Version,
    };

    public static ToolSessionSnapshot ToSnapshot(this ToolSessionRow row) => new(
        row.IdOf(),
        row.CredentialId is null ? null : CredentialOf(row),
        row.IsActive,
        row.NeedsReconnect,
        row.RefreshFailed,
        JsonSerializer.Deserialize(row.DisabledActions, RowJson.Default.ImmutableSortedSetString)!,
        [.. JsonSerializer.Deserialize(row.Pending, RowJson.Default.ImmutableArrayPendingRow).Select(FromRow)],
        row.ConnectedAt,
        row.Version)
    {
        ConnectionId = ConnectionIds.Of(row),
        CreatedAt = row.CreatedAt ?? row.ConnectedAt,
        Name = row.Name,
        Label = row.Label,
        DefaultSince = DefaultSinceOf(row),
        Sharing = row.Sharing is { } rule ? FromRow(JsonSerializer.Deserialize(rule, RowJson.Default.SharingRow)!) : null,
        Fault = row is { FaultCode: { } code, FaultMessage: { } message, FaultAt: { } at } ? new(code, message, at) : null,
        Refresh = row is { CredentialId: { } credential, RefreshAttempt: { } attempt, RefreshHolder: { } holder, RefreshUntil: { } until }
            ? new(credential, attempt, holder, until) : null,
    };

    public static ToolSessionId IdOf(this ToolSessionRow row) => new(row.TenantId, OwnerId.Parse(row.Owner), row.Tool, row.Account);

    private static StoredCredential CredentialOf(ToolSessionRow row) => new(
        row.CredentialId!.Value,
        row.CredentialScheme!,
        new SealedSecret(row.CredentialKeyId!.Value, ImmutableCollectionsMarshal.AsImmutableArray(row.CredentialCipher!)),
        JsonSerializer.Deserialize(row.CredentialScopes!, RowJson.Default.ImmutableArrayString),
        row.CredentialExpiresAt,
        row.CredentialIsRefreshable!.Value,
        row.CredentialObtainedAt!.Value);

    /// <summary>A claim on a credential that is no longer held has no effect.</summary>
    private static RefreshClaim? ClaimOf(ToolSessionSnapshot session) => session.Refresh?.CredentialId == session.Credential?.Id ? session.Refresh : null;

    private static PendingRow ToRow(PendingAuthorization pending) =>
        new(pending.NonceHash, pending.Scheme, ToRow(pending.Verifier), pending.RedirectUri, pending.Fields is { } fields ? ToRow(fields) : null,
            pending.ExpiresAt);

    private static PendingAuthorization FromRow(PendingRow row) =>
        new(row.NonceHash, row.Scheme, FromRow(row.Verifier), row.RedirectUri, row.Fields is { } fields ? FromRow(fields) : null, row.ExpiresAt);

    /// <summary>What a node of an older version has connected is the one account that it knows of.</summary>
    private static DateTimeOffset? DefaultSinceOf(ToolSessionRow row) =>
        row.DefaultSince ?? (row.ConnectionId is null && row.Account == ToolSessionId.DefaultAccount ? row.ConnectedAt : null);

    private static SharingRow ToRow(SharingRule rule) =>
        new(rule.Everybody, [.. rule.Roles.Select(role => role.Value)], [.. rule.People.Select(user => user.Value)]);

    private static SharingRule FromRow(SharingRow row) =>
        new(row.Everybody, [.. row.Roles.Select(role => new RoleId(role))], [.. row.People.Select(user => new UserId(user))]);

    internal static SealedRow ToRow(SealedSecret secret) => new(secret.KeyId, ImmutableCollectionsMarshal.AsArray(secret.Cipher)!);

    internal static SealedSecret FromRow(SealedRow row) => new(row.KeyId, ImmutableCollectionsMarshal.AsImmutableArray(row.Cipher));
}
