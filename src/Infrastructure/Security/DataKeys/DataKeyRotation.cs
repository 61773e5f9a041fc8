using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Application.Modules;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Integrations;
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
    private readonly SealedRows _rows;
    private readonly TimeProvider _time;

    internal DataKeyRotation(
        IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys, ToolSessionReencryption sessions, SealedRows rows, TimeProvider time) =>
        (_contexts, _keys, _sessions, _rows, _time) = (contexts, keys, sessions, rows, time);

    /// <summary>Rotates the keys of all tenants.</summary>
    /// <param name="progress">Told after each batch; null where progress is not shown.</param>
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
            done = await ReencryptRowsAsync(tenant, done, cancellationToken);
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

    private async Task<DataKeyRotationProgress> ReencryptRowsAsync(TenantId tenant, DataKeyRotationProgress done, CancellationToken cancellationToken)
    {
        var integrations = await _rows.ReencryptAsync(
            tenant, db => db.Integrations.Where(row => row.SealedConfig != null || row.SealedEnvironment != null),
            (row, column) => IntegrationSecrets.BindingOf(
                new IntegrationId(tenant, row.OrganizationId, row.Tool),
                column == nameof(Integration.SealedConfig) ? IntegrationSecret.Config : IntegrationSecret.Environment),
            cancellationToken);
        var services = await _rows.ReencryptAsync(
            tenant, db => db.Services.Where(row => row.SealedSecret != null), (row, _) => ServiceSecrets.BindingOf(tenant, row.Id), cancellationToken);
        // Modules are of the platform, so the default tenant's key opens their settings.
        var modules = await _rows.ReencryptAsync(
            tenant,
            db => db.Modules.Where(row => row.SealedSettings != null
                && db.Tenants.Any(one => one.Id == tenant && one.Domain == Tenant.DefaultDomain)),
            (row, _) => ModuleSettings.BindingOf(row.Name), cancellationToken);
        var webhooks = await _rows.ReencryptAsync(
            tenant, db => db.OutgoingWebhooks, (row, _) => OutgoingSecrets.BindingOf(tenant, row.Id), cancellationToken);
        return done with
        {
            Webhooks = done.Webhooks + webhooks.Rows,
            Integrations = done.Integrations + integrations.Rows, Services = done.Services + services.Rows, Modules = done.Modules + modules.Rows,
            Reencrypted = done.Reencrypted + integrations.Reencrypted + services.Reencrypted + modules.Reencrypted
                + webhooks.Reencrypted,
            Unreadable = done.Unreadable + integrations.Unreadable + services.Unreadable + modules.Unreadable
                + webhooks.Unreadable,
        };
    }

    private async Task<List<TenantId>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.DataKeys.Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
    }
}

/// <summary>How far a rotation is.</summary>
/// <param name="Sessions">Looked at so far.</param>
/// <param name="Reencrypted">Sessions, integrations, services, modules and webhooks that had a secret under an old key.</param>
/// <param name="Unreadable">Sessions, integrations, services, modules and webhooks with a secret that does not open; they were left alone.</param>
/// <param name="Integrations">Installed tools with a secret, looked at so far.</param>
/// <param name="Services">Services that sign their webhooks, looked at so far.</param>
/// <param name="Webhooks">Endpoints that webhooks are sent to, looked at so far.</param>
/// <param name="Modules">Modules with settings, looked at so far.</param>
public sealed record DataKeyRotationProgress(
    int Tenants, int TenantsDone, int Sessions, int Reencrypted, int Unreadable, int Integrations = 0, int Services = 0, int Modules = 0,
    int Webhooks = 0);
