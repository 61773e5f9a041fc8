using System.Security.Cryptography;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Security.DataKeys;

internal static class Resealing
{
    /// <summary>The secret under the tenant's current data key; the same where it is already, or where there is none.</summary>
    /// <param name="binding">What it is bound to.</param>
    /// <exception cref="CryptographicException">The secret does not open.</exception>
    public static async Task<SealedSecret?> ResealAsync(
        this DataKeyStore keys, TenantId tenant, SealedSecret? secret, string binding, CancellationToken cancellationToken)
    {
        var current = await keys.CurrentAsync(tenant, cancellationToken);
        if (secret is null || secret.KeyId == current.Id) return secret;
        var plain = (await keys.FindAsync(tenant, secret.KeyId, cancellationToken)).Open(binding, secret.Cipher);
        var anew = current.Seal(binding, plain);
        CryptographicOperations.ZeroMemory(plain);
        return anew;
    }
}
