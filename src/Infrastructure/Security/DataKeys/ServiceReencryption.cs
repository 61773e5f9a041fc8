using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.DataKeys;

/// <summary>Encrypts what services sign with anew, with the current data key of their tenant.</summary>
internal sealed class ServiceReencryption(IDbContextFactory<ModuleXDbContext> contexts, DataKeyStore keys)
{
    private const int Attempts = 5;

    /// <summary>The services of a tenant that have a secret.</summary>
    public async Task<List<ServiceId>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await db.Services.Where(service => service.SealedSecret != null).Select(service => service.Id).ToListAsync(cancellationToken);
    }

    /// <summary>True when the secret was under an old key. A service that somebody changes meanwhile is read again.</summary>
    /// <exception cref="CryptographicException">The secret does not open; nothing was written.</exception>
    public async Task<bool> ReencryptAsync(TenantId tenant, ServiceId id, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using var db = await contexts.OpenAsync(tenant, cancellationToken);
            if (await db.Services.SingleOrDefaultAsync(service => service.Id == id, cancellationToken) is not { SealedSecret: { } secret } stored) return false;
            var current = await keys.CurrentAsync(tenant, cancellationToken);
            if (secret.KeyId == current.Id) return false;
            var anew = (SealedSecret?)await ReencryptAsync(current, tenant, id, secret, cancellationToken);
            var (version, next) = (stored.Version, stored.Version + 1);
            var written = await db.Services.Where(service => service.Id == id && service.Version == version).ExecuteUpdateAsync(
                row => row.SetProperty(service => service.SealedSecret, anew).SetProperty(service => service.Version, next), cancellationToken);
            if (written == 1) return true;
        }
        // Whoever writes that often seals with the current key by now.
        return false;
    }

    private async Task<SealedSecret> ReencryptAsync(DataKey current, TenantId tenant, ServiceId id, SealedSecret secret, CancellationToken cancellationToken)
    {
        var binding = ServiceSecrets.BindingOf(tenant, id);
        var plain = (await keys.FindAsync(tenant, secret.KeyId, cancellationToken)).Open(binding, secret.Cipher);
        var anew = current.Seal(binding, plain);
        CryptographicOperations.ZeroMemory(plain);
        return anew;
    }
}
