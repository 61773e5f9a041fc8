using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>The data keys of all tenants: stored wrapped by Data Protection, unwrapped once and kept in memory.</summary>
internal sealed class DataKeyStore
{
    /// <summary>How long a server may go on sealing with a key that was replaced by another process.</summary>
    public static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(5);

    private const string Purpose = "ModuleX.DataKeys";
    private const int Capacity = 4096;

    private readonly BoundedCache<Guid, DataKey> _keys = new(Capacity);
    private readonly BoundedCache<TenantId, CurrentKey> _current = new(Capacity);
    private readonly IDbContextFactory<ModuleXDbContext> _contexts;
    private readonly IDatabaseProvider _provider;
    private readonly IDataProtectionProvider _protection;
    private readonly TimeProvider _time;

    public DataKeyStore(
        IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, IDataProtectionProvider protection, AccessNotices notices, TimeProvider time)
    {
        (_contexts, _provider, _protection, _time) = (contexts, provider, protection, time);
        // A tenant may have been deleted, here or on another node, and its keys with it.
        notices.Listen(subject => Forget(new TenantId(subject)), ForgetAll);
    }

    /// <summary>The key that new secrets of the tenant are sealed with; made when there is none.</summary>
    public ValueTask<DataKey> CurrentAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _current.TryGet(tenant, out var known) && _time.GetElapsedTime(known.ReadAt) < NoticeTime
            ? new(known.Key)
            : new(ReadCurrentAsync(tenant, cancellationToken));

    /// <summary>The key that a secret names.</summary>
    /// <exception cref="CryptographicException">The tenant has no such key.</exception>
    public ValueTask<DataKey> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        _keys.TryGet(id, out var key) && key.Tenant == tenant ? new(key) : new(ReadAsync(tenant, id, cancellationToken));

    /// <summary>Makes a new current key and retires the old one, which still opens what it sealed.</summary>
    public async Task<Guid> ReplaceCurrentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = _time.GetUtcNow();
        await db.DataKeys
            .Where(row => row.TenantId == tenant && row.RetiredAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RetiredAt, now), cancellationToken);
        var made = NewRow(tenant);
        db.DataKeys.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Keep(made);
        return made.Id;
    }

    /// <summary>True when a rotation of the tenant's keys was begun and not finished.</summary>
    public async Task<bool> IsBeingReplacedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.DataKeys.AnyAsync(row => row.TenantId == tenant && row.RetiredAt != null && row.ReplacedAt == null, cancellationToken);
    }

    /// <summary>Notes that no secret is sealed with a retired key any more.</summary>
    public async Task MarkReplacedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var now = _time.GetUtcNow();
        await db.DataKeys
            .Where(row => row.TenantId == tenant && row.RetiredAt != null && row.ReplacedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.ReplacedAt, now), cancellationToken);
    }

    /// <summary>Forgets the keys of a tenant that is being deleted: its secrets are unreadable from then on.</summary>
    public async Task DeleteAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await db.DataKeys.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellationToken);
        Forget(tenant);
    }

    private void Forget(TenantId tenant)
    {
        _current.Remove(tenant);
        _keys.RemoveWhere(key => key.Tenant == tenant);
    }

    private void ForgetAll()
    {
        _current.RemoveWhere(_ => true);
        _keys.RemoveWhere(_ => true);
    }

    private async Task<DataKey> ReadCurrentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var current = db.DataKeys.Where(row => row.TenantId == tenant && row.RetiredAt == null);
        if (await current.SingleOrDefaultAsync(cancellationToken) is { } stored) return Keep(stored);
        // What is on its way while its tenant is deleted must not be sealed with a new key that outlives it.
        if (await db.Tenants.AnyAsync(row => row.Id == tenant && row.DeletedAt != null, cancellationToken))
            throw new CryptographicException("The tenant was deleted.");
        var made = NewRow(tenant);
        db.DataKeys.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Keep(made);
        }
        catch (DbUpdateException exception) when (_provider.IsUniqueViolation(exception))
        {
            return Keep(await current.SingleAsync(cancellationToken));
        }
    }

    private async Task<DataKey> ReadAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.DataKeys.SingleOrDefaultAsync(row => row.TenantId == tenant && row.Id == id, cancellationToken);
        return row is null ? throw new CryptographicException("The data key is gone.") : Unwrap(row);
    }

    private DataKeyRow NewRow(TenantId tenant)
    {
        var key = RandomNumberGenerator.GetBytes(DataKey.Length);
        var now = _time.GetUtcNow();
        var row = new DataKeyRow { Id = Guid.CreateVersion7(now), TenantId = tenant, Wrapped = ProtectorOf(tenant).Protect(key), CreatedAt = now };
        CryptographicOperations.ZeroMemory(key);
        return row;
    }

    private DataKey Keep(DataKeyRow row)
    {
        var key = _keys.TryGet(row.Id, out var known) ? known : Unwrap(row);
        _current.Set(row.TenantId, new CurrentKey(key, _time.GetTimestamp()));
        return key;
    }

    private DataKey Unwrap(DataKeyRow row)
    {
        var key = new DataKey(row.Id, row.TenantId, ProtectorOf(row.TenantId).Unprotect(row.Wrapped));
        _keys.Set(key.Id, key);
        return key;
    }

    private IDataProtector ProtectorOf(TenantId tenant) => _protection.CreateProtector(Purpose, tenant.ToString());

    private sealed record CurrentKey(DataKey Key, long ReadAt);
}
