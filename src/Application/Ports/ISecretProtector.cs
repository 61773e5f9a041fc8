using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Ports;

/// <summary>Seals secrets with the tenant's data key: AES-256-GCM, random nonce, bound to the place that the secret belongs to.</summary>
public interface ISecretProtector
{
    /// <param name="boundTo">The place: what is copied to another one does not open there.</param>
    ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken);

    /// <summary>Opens what <see cref="SealAsync"/> sealed. The caller forgets the bytes as soon as it can.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is gone, or the value was changed or belongs elsewhere.</exception>
    ValueTask<byte[]> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken);
}
