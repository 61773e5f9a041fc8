using ModuleX.Application.Pipeline;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Security;

/// <summary>Seals secrets with the tenant's data key: AES-256-GCM, random nonce, bound to the place that the secret belongs to.</summary>
public interface ISecretProtector
{
    /// <param name="boundTo">The place: what is copied to another one does not open there.</param>
    /// <exception cref="UnavailableException">The tenant's key can't be unwrapped, or its tenant was deleted.</exception>
    ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken);

    /// <summary>Opens what <see cref="SealAsync"/> sealed. The caller forgets the bytes as soon as it can.</summary>
    /// <returns>Null where the value was changed or belongs elsewhere, though its key is here; the security log has it then.</returns>
    /// <exception cref="UnavailableException">The key is unknown or can't be unwrapped: that says nothing about the value.</exception>
    ValueTask<byte[]?> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken);
}
