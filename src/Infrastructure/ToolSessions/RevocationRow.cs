using System.Runtime.InteropServices;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>A credential that waits to be revoked at its service, sealed as its session held it.</summary>
internal sealed class RevocationRow
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary><see cref="OwnerId.Value"/>.</summary>
    public required string Owner { get; init; }

    public required string Tool { get; init; }

    public required string Account { get; init; }

    /// <summary>The id of the manifest's auth scheme.</summary>
    public required string Scheme { get; init; }

    public required Guid KeyId { get; init; }

    public required byte[] Cipher { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was claimed; also what tells the claims of two nodes apart.</summary>
    public int Attempts { get; init; }

    public static RevocationRow Of(ToolSessionId session, StoredCredential credential, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = session.Tenant,
        Owner = session.Owner.Value,
        Tool = session.Tool,
        Account = session.Account,
        Scheme = credential.Scheme,
        KeyId = credential.Secret.KeyId,
        Cipher = ImmutableCollectionsMarshal.AsArray(credential.Secret.Cipher)!,
        QueuedAt = now,
        DueAt = now,
    };

    public ToolSessionId SessionOf() => new(TenantId, OwnerId.Parse(Owner), Tool, Account);

    public QueuedRevocation ToQueued() => new(Id, SessionOf(), Scheme, new SealedSecret(KeyId, ImmutableCollectionsMarshal.AsImmutableArray(Cipher)));
}
