using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Integrations;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Encrypts what organizations keep with their installed tools anew, with the current data key of their tenant.</summary>
internal sealed class IntegrationReencryption(IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys)
{
    private const int Attempts = 5;

    /// <summary>The integrations of a tenant that hold a secret.</summary>
    public async Task<List<IntegrationId>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var rows = await db.Integrations
            .Where(row => row.SealedConfig != null || row.SealedEnvironment != null)
            .Select(row => new { row.OrganizationId, row.Tool })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new IntegrationId(tenant, row.OrganizationId, row.Tool))];
    }

    /// <summary>True when the integration had a secret under an old key. An integration that somebody changes meanwhile is read again.</summary>
    /// <exception cref="CryptographicException">A secret does not open; nothing was written.</exception>
    public async Task<bool> ReencryptAsync(IntegrationId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } stored) return false;
            var current = await keys.CurrentAsync(id.Tenant, cancellationToken);
            var config = await ReencryptAsync(current, id, IntegrationSecret.Config, stored.SealedConfig, cancellationToken);
            var environment = await ReencryptAsync(current, id, IntegrationSecret.Environment, stored.SealedEnvironment, cancellationToken);
            if (config == stored.SealedConfig && environment == stored.SealedEnvironment) return false;
            if (await WriteAsync(stored, config, environment, cancellationToken)) return true;
        }
        // Whoever writes that often seals with the current key by now.
        return false;
    }

    private async Task<Integration?> FindAsync(IntegrationId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(id.Tenant, cancellationToken);
        return await WithId(db.Integrations, id.Organization, id.Tool).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<SealedSecret?> ReencryptAsync(
        DataKey current, IntegrationId id, IntegrationSecret field, SealedSecret? secret, CancellationToken cancellationToken)
    {
        if (secret is null || secret.KeyId == current.Id) return secret;
        var binding = IntegrationSecrets.BindingOf(id, field);
        var plain = (await keys.FindAsync(id.Tenant, secret.KeyId, cancellationToken)).Open(binding, secret.Cipher);
        var anew = current.Seal(binding, plain);
        CryptographicOperations.ZeroMemory(plain);
        return anew;
    }

    private async Task<bool> WriteAsync(Integration stored, SealedSecret? config, SealedSecret? environment, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(stored.TenantId, cancellationToken);
        var (version, next) = (stored.Version, stored.Version + 1);
        return await WithId(db.Integrations, stored.OrganizationId, stored.Tool).Where(row => row.Version == version).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.SealedConfig, config)
                .SetProperty(one => one.SealedEnvironment, environment)
                .SetProperty(one => one.Version, next),
            cancellationToken) == 1;
    }

    private static IQueryable<Integration> WithId(IQueryable<Integration> rows, OrganizationId organization, string tool) =>
        rows.Where(row => row.OrganizationId == organization && row.Tool == tool);
}
