using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>
/// Gives every tenant a new data key and encrypts the stored secrets anew, while servers run. An interrupted rotation is finished by the next
/// one, with the key that it had made. Old keys stay, retired: a copy of the database or a value on its way may still need them.
/// </summary>
public sealed class DataKeyRotation
{
    private const int BatchSize = 100;

    private readonly IDbContextFactory<ModuleXDbContext> _contexts;
    private readonly DataKeyStore _keys;
    private readonly ToolSessionReencryption _sessions;
    private readonly IntegrationReencryption _integrations;
    private readonly ServiceReencryption _services;
    private readonly ModuleReencryption _modules;
    private readonly TimeProvider _time;

    internal DataKeyRotation(
        IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys, ToolSessionReencryption sessions, IntegrationReencryption integrations,
        ServiceReencryption services,
        ModuleReencryption modules, TimeProvider time)
    {
        _contexts = contexts;
        _keys = keys;
        _sessions = sessions;
        _integrations = integrations;
        _services = services;
        _modules = modules;
        _time = time;
    }

    /// <summary>Rotates the keys of all tenants.</summary>
    /// <param name="progress">Told after each batch; null where nobody looks.</param>
    /// <returns>The last progress: everything that was done.</returns>
    public async Task<DataKeyRotationProgress> RotateAsync(IProgress<DataKeyRotationProgress>? progress, CancellationToken cancellationToken)
    {
        var tenants = await TenantsAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            if (!await _keys.IsBeingReplacedAsync(tenant, cancellationToken)) await _keys.ReplaceCurrentAsync(tenant, cancellationToken);
        }
        // Running servers go on with the old key for a moment; what they seal in it would be missed.
        await Task.Delay(DataKeyStore.NoticeTime + TimeSpan.FromSeconds(1), _time, cancellationToken);

        var done = new DataKeyRotationProgress(tenants.Count, 0, 0, 0, 0);
        foreach (var tenant in tenants)
        {
            done = await ReencryptSessionsAsync(tenant, done, progress, cancellationToken);
            foreach (var id in await _integrations.ListAsync(tenant, cancellationToken))
                done = await CountAsync(done with { Integrations = done.Integrations + 1 }, _integrations.ReencryptAsync(id, cancellationToken));
            foreach (var id in await _services.ListAsync(tenant, cancellationToken))
                done = await CountAsync(done with { Services = done.Services + 1 }, _services.ReencryptAsync(tenant, id, cancellationToken));
            foreach (var name in await _modules.ListAsync(tenant, cancellationToken))
                done = await CountAsync(done with { Modules = done.Modules + 1 }, _modules.ReencryptAsync(tenant, name, cancellationToken));
            await _keys.MarkReplacedAsync(tenant, cancellationToken);
            done = done with { TenantsDone = done.TenantsDone + 1 };
            progress?.Report(done);
        }
        return done;
    }

    private async Task<DataKeyRotationProgress> ReencryptSessionsAsync(
        TenantId tenant, DataKeyRotationProgress done, IProgress<DataKeyRotationProgress>? progress, CancellationToken cancellationToken)
    {
        ToolSessionRow? last = null;
        while (await _sessions.NextBatchAsync(tenant, last, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            var outcome = await _sessions.ReencryptAsync(tenant, batch, cancellationToken);
            done = done with { Sessions = done.Sessions + batch.Count, Reencrypted = done.Reencrypted + outcome.Reencrypted,
                Unreadable = done.Unreadable + outcome.Unreadable };
            progress?.Report(done);
            last = batch[^1];
        }
        return done;
    }

    /// <param name="reencrypting">True where there was a secret under an old key.</param>
    private static async Task<DataKeyRotationProgress> CountAsync(DataKeyRotationProgress done, Task<bool> reencrypting)
    {
        try
        {
            return await reencrypting ? done with { Reencrypted = done.Reencrypted + 1 } : done;
        }
        catch (CryptographicException)
        {
            return done with { Unreadable = done.Unreadable + 1 };
        }
    }

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.DataKeys.Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
    }
}

/// <summary>How far a rotation is.</summary>
/// <param name="Sessions">Looked at so far.</param>
/// <param name="Reencrypted">Sessions, integrations, services and modules that had a secret under an old key.</param>
/// <param name="Unreadable">Sessions, integrations, services and modules with a secret that does not open; they were left alone.</param>
/// <param name="Integrations">Installed tools with a secret, looked at so far.</param>
/// <param name="Services">Services that sign their webhooks, looked at so far.</param>
/// <param name="Modules">Modules with settings, looked at so far.</param>
public sealed record DataKeyRotationProgress(
    int Tenants, int TenantsDone, int Sessions, int Reencrypted, int Unreadable, int Integrations = 0, int Services = 0, int Modules = 0);
