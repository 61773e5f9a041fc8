using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Encrypts the secrets of stored sessions anew, with the current data key of their tenant.</summary>
internal sealed class ToolSessionReencryption(
    IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys, ProcessIdentity process, DatabaseClock clock)
{
    private const int Attempts = 5;

    /// <summary>The sessions of a tenant that come after <paramref name="last"/>.</summary>
    public async Task<List<ToolSessionRow>> NextBatchAsync(TenantId tenant, ToolSessionRow? last, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.ToolSessions.AcrossTenants().Where(row => row.TenantId == tenant);
        if (last is { Owner: var owner, Tool: var tool, Account: var account })
        {
            rows = rows.Where(row => string.Compare(row.Owner, owner) > 0
                || (row.Owner == owner && (string.Compare(row.Tool, tool) > 0 || (row.Tool == tool && string.Compare(row.Account, account) > 0))));
        }
        return await rows.OrderBy(row => row.Owner).ThenBy(row => row.Tool).ThenBy(row => row.Account).Take(size).ToListAsync(cancellationToken);
    }

    /// <summary>Writes a batch in one transaction; a session that is changed meanwhile is read again.</summary>
    public async Task<(int Reencrypted, int Unreadable)> ReencryptAsync(
        TenantId tenant, IReadOnlyList<ToolSessionRow> batch, CancellationToken cancellationToken)
    {
        var (reencrypted, unreadable) = (0, 0);
        for (var attempt = 0; batch.Count > 0 && attempt < Attempts; attempt++)
        {
            var changed = new List<ToolSessionSnapshot>();
            foreach (var row in batch)
            {
                try
                {
                    if (await ReencryptAsync(tenant, row.ToSnapshot(), cancellationToken) is { } session) changed.Add(session);
                }
                catch (CryptographicException)
                {
                    unreadable++;
                }
            }
            var lost = await WriteAsync(changed, cancellationToken);
            reencrypted += changed.Count - lost.Count;
            batch = await ReadAsync(lost, cancellationToken);
        }
        // What is written that often is sealed with the current key by now.
        return (reencrypted, unreadable);
    }

    /// <summary>The session with all secrets under the current key; null when they are already.</summary>
    private async Task<ToolSessionSnapshot?> ReencryptAsync(TenantId tenant, ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        var current = await keys.CurrentAsync(tenant, cancellationToken);
        if (SecretsOf(session).All(secret => secret.KeyId == current.Id)) return null;
        var pending = ImmutableArray.CreateBuilder<PendingAuthorization>(session.Pending.Length);
        foreach (var one in session.Pending)
        {
            pending.Add(one with
            {
                Verifier = (await ResealAsync(session.Id, ToolSessionSecret.Verifier, one.Verifier, cancellationToken))!,
                Fields = await ResealAsync(session.Id, ToolSessionSecret.Fields, one.Fields, cancellationToken),
            });
        }
        return session with
        {
            Credential = session.Credential is { } credential
                ? credential with { Secret = (await ResealAsync(session.Id, ToolSessionSecret.Credential, credential.Secret, cancellationToken))! }
                : null,
            Pending = pending.MoveToImmutable(),
        };
    }

    private Task<SealedSecret?> ResealAsync(ToolSessionId id, ToolSessionSecret field, SealedSecret? secret, CancellationToken cancellationToken) =>
        keys.ResealAsync(id.Tenant, secret, CredentialSealer.BindingOf(id, field), cancellationToken);

    private async Task<List<ToolSessionId>> WriteAsync(List<ToolSessionSnapshot> sessions, CancellationToken cancellationToken)
    {
        var lost = new List<ToolSessionId>();
        if (sessions.Count == 0) return lost;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await clock.GetUtcNowAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var session in sessions)
        {
            var row = session.ToRow();
            var written = await db.ToolSessions.AcrossTenants().WithId(session.Id).Where(stored => stored.Version == row.Version).ExecuteUpdateAsync(
                stored => stored
                    .SetProperty(one => one.CredentialKeyId, row.CredentialKeyId)
                    .SetProperty(one => one.CredentialCipher, row.CredentialCipher)
                    .SetProperty(one => one.Pending, row.Pending)
                    .SetProperty(one => one.Version, row.Version + 1),
                cancellationToken);
            if (written == 0) lost.Add(session.Id);
            else db.AccessChanges.Add(new ToolSessionChange(ToolSessionSubject.Of(session.Id), row.Version + 1).ToRow(process.Id, now));
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return lost;
    }

    private async Task<List<ToolSessionRow>> ReadAsync(List<ToolSessionId> ids, CancellationToken cancellationToken)
    {
        var rows = new List<ToolSessionRow>();
        if (ids.Count == 0) return rows;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (await db.ToolSessions.AcrossTenants().WithId(id).SingleOrDefaultAsync(cancellationToken) is { } row) rows.Add(row);
        }
        return rows;
    }

    private static IEnumerable<SealedSecret> SecretsOf(ToolSessionSnapshot session)
    {
        if (session.Credential is { Secret: var secret }) yield return secret;
        foreach (var pending in session.Pending)
        {
            yield return pending.Verifier;
            if (pending.Fields is { } fields) yield return fields;
        }
    }
}
