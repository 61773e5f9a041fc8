using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Modules;
using ModuleX.Domain.Modules;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Encrypts the settings of modules anew, with the current data key of the default tenant.</summary>
internal sealed class ModuleReencryption(IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys)
{
    private const int Attempts = 5;

    /// <summary>The modules with settings; none where the tenant is not the default one.</summary>
    public async Task<List<string>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        if (!await db.Tenants.AnyAsync(row => row.Id == tenant && row.Domain == Tenant.DefaultDomain, cancellationToken)) return [];
        return await db.Modules.Where(module => module.SealedSettings != null).Select(module => module.Name).ToListAsync(cancellationToken);
    }

    /// <summary>True when the settings were under an old key. A module that somebody changes meanwhile is read again.</summary>
    /// <exception cref="CryptographicException">The settings do not open; nothing was written.</exception>
    public async Task<bool> ReencryptAsync(TenantId tenant, string name, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(tenant, name, cancellationToken) is not { SealedSettings: { } secret } stored) return false;
            var current = await keys.CurrentAsync(tenant, cancellationToken);
            if (secret.KeyId == current.Id) return false;
            var binding = ModuleSettings.BindingOf(name);
            var plain = (await keys.FindAsync(tenant, secret.KeyId, cancellationToken)).Open(binding, secret.Cipher);
            var anew = current.Seal(binding, plain);
            CryptographicOperations.ZeroMemory(plain);
            if (await WriteAsync(tenant, stored, anew, cancellationToken)) return true;
        }
        // Whoever writes that often seals with the current key by now.
        return false;
    }

    private async Task<Module?> FindAsync(TenantId tenant, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Modules.SingleOrDefaultAsync(module => module.Name == name, cancellationToken);
    }

    private async Task<bool> WriteAsync(TenantId tenant, Module stored, SealedSecret anew, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var (name, version, next) = (stored.Name, stored.Version, stored.Version + 1);
        return await db.Modules.Where(module => module.Name == name && module.Version == version)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.SealedSettings, anew).SetProperty(one => one.Version, next), cancellationToken) == 1;
    }
}
