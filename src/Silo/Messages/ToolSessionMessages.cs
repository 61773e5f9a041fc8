using System.Runtime.InteropServices;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Silo.Messages;

/// <summary>A session's identity on its way between silos.</summary>
[GenerateSerializer, Immutable, Alias("modulex.session-id")]
internal struct ToolSessionIdMessage
{
    [Id(0)] public Guid Tenant;
    [Id(1)] public string Owner;
    [Id(2)] public string Tool;
    [Id(3)] public string Account;
}

[RegisterConverter]
internal sealed class ToolSessionIdConverter : IConverter<ToolSessionId, ToolSessionIdMessage>
{
    public ToolSessionId ConvertFromSurrogate(in ToolSessionIdMessage surrogate) =>
        new(new TenantId(surrogate.Tenant), OwnerId.Parse(surrogate.Owner), surrogate.Tool, surrogate.Account);

    public ToolSessionIdMessage ConvertToSurrogate(in ToolSessionId value) =>
        new() { Tenant = value.Tenant.Value, Owner = value.Owner.Value, Tool = value.Tool, Account = value.Account };
}

/// <summary>Cipher text: what opens it is on each silo and never on the way.</summary>
[GenerateSerializer, Immutable, Alias("modulex.sealed-secret")]
internal struct SealedSecretMessage
{
    [Id(0)] public Guid KeyId;
    [Id(1)] public byte[] Cipher;
}

[RegisterConverter]
internal sealed class SealedSecretConverter : IConverter<SealedSecret, SealedSecretMessage>
{
    public SealedSecret ConvertFromSurrogate(in SealedSecretMessage surrogate) =>
        new(surrogate.KeyId, ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Cipher));

    public SealedSecretMessage ConvertToSurrogate(in SealedSecret value) => new() { KeyId = value.KeyId, Cipher = [.. value.Cipher] };
}

/// <summary>A credential, sealed.</summary>
[GenerateSerializer, Immutable, Alias("modulex.credential")]
internal struct CredentialMessage
{
    [Id(0)] public Guid Id;
    [Id(1)] public string Scheme;
    [Id(2)] public SealedSecret Secret;
    [Id(3)] public string[] Scopes;
    [Id(4)] public DateTimeOffset? ExpiresAt;
    [Id(5)] public bool IsRefreshable;
    [Id(6)] public DateTimeOffset ObtainedAt;
}

[RegisterConverter]
internal sealed class CredentialConverter : IConverter<StoredCredential, CredentialMessage>
{
    public StoredCredential ConvertFromSurrogate(in CredentialMessage surrogate) =>
        new(surrogate.Id, surrogate.Scheme, surrogate.Secret, [.. surrogate.Scopes], surrogate.ExpiresAt, surrogate.IsRefreshable, surrogate.ObtainedAt);

    public CredentialMessage ConvertToSurrogate(in StoredCredential value) => new()
    {
        Id = value.Id,
        Scheme = value.Scheme,
        Secret = value.Secret,
        Scopes = [.. value.Scopes],
        ExpiresAt = value.ExpiresAt,
        IsRefreshable = value.IsRefreshable,
        ObtainedAt = value.ObtainedAt,
    };
}

/// <summary>A lease.</summary>
[GenerateSerializer, Immutable, Alias("modulex.lease")]
internal struct LeaseMessage
{
    [Id(0)] public ToolSessionId Session;
    [Id(1)] public StoredCredential Credential;
}

[RegisterConverter]
internal sealed class LeaseConverter : IConverter<ToolSessionLease, LeaseMessage>
{
    public ToolSessionLease ConvertFromSurrogate(in LeaseMessage surrogate) => new(surrogate.Session, surrogate.Credential);

    public LeaseMessage ConvertToSurrogate(in ToolSessionLease value) => new() { Session = value.Session, Credential = value.Credential };
}

/// <summary>An authorization that was begun; its verifier and its fields are sealed.</summary>
[GenerateSerializer, Immutable, Alias("modulex.pending-authorization")]
internal struct PendingAuthorizationMessage
{
    [Id(0)] public string NonceHash;
    [Id(1)] public string Scheme;
    [Id(2)] public SealedSecret Verifier;
    [Id(3)] public string RedirectUri;
    [Id(4)] public SealedSecret? Fields;
    [Id(5)] public DateTimeOffset ExpiresAt;
}

[RegisterConverter]
internal sealed class PendingAuthorizationConverter : IConverter<PendingAuthorization, PendingAuthorizationMessage>
{
    public PendingAuthorization ConvertFromSurrogate(in PendingAuthorizationMessage surrogate) =>
        new(surrogate.NonceHash, surrogate.Scheme, surrogate.Verifier, surrogate.RedirectUri, surrogate.Fields, surrogate.ExpiresAt);

    public PendingAuthorizationMessage ConvertToSurrogate(in PendingAuthorization value) => new()
    {
        NonceHash = value.NonceHash,
        Scheme = value.Scheme,
        Verifier = value.Verifier,
        RedirectUri = value.RedirectUri,
        Fields = value.Fields,
        ExpiresAt = value.ExpiresAt,
    };
}

/// <summary>What is to change of a connection.</summary>
[GenerateSerializer, Immutable, Alias("modulex.connection-change")]
internal struct ConnectionChangeMessage
{
    [Id(0)] public string? Name;
    [Id(1)] public string? Label;
    [Id(2)] public bool? IsDefault;

    /// <summary>Null where the sharing stays; the two lists are null with it.</summary>
    [Id(3)] public bool? Everybody;
    [Id(4)] public Guid[]? Roles;
    [Id(5)] public Guid[]? People;

    /// <summary>Null with the label.</summary>
    [Id(6)] public Guid? LabelledCredential;
}

[RegisterConverter]
internal sealed class ConnectionChangeConverter : IConverter<ConnectionChange, ConnectionChangeMessage>
{
    public ConnectionChange ConvertFromSurrogate(in ConnectionChangeMessage surrogate)
    {
        var sharing = surrogate.Everybody is not { } everybody ? null
            : new SharingRule(everybody, [.. surrogate.Roles!.Select(role => new RoleId(role))], [.. surrogate.People!.Select(user => new UserId(user))]);
        var label = surrogate is { Label: { } text, LabelledCredential: { } credential } ? new AccountLabel(credential, text) : null;
        return new(surrogate.Name, label, surrogate.IsDefault, sharing);
    }

    public ConnectionChangeMessage ConvertToSurrogate(in ConnectionChange value) => new()
    {
        Name = value.Name,
        Label = value.Label?.Text,
        IsDefault = value.IsDefault,
        Everybody = value.Sharing?.Everybody,
        Roles = value.Sharing is { } rule ? [.. rule.Roles.Select(role => role.Value)] : null,
        People = value.Sharing is { } shared ? [.. shared.People.Select(user => user.Value)] : null,
        LabelledCredential = value.Label?.CredentialId,
    };
}
