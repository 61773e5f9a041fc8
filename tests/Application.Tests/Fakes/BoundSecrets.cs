using System.Security.Cryptography;
using System.Text;
using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Seals nothing, but opens a value only where it was sealed for.</summary>
internal sealed class BoundSecrets : ISecretProtector
{
    public ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new SealedSecret(Guid.Empty, [.. Prefix(tenant, boundTo), .. plain.ToArray()]));

    public ValueTask<byte[]> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken)
    {
        var prefix = Prefix(tenant, boundTo);
        if (!secret.Cipher.AsSpan().StartsWith(prefix)) throw new CryptographicException("Sealed for another place.");
        return ValueTask.FromResult(secret.Cipher.AsSpan()[prefix.Length..].ToArray());
    }

    private static byte[] Prefix(TenantId tenant, string boundTo) => Encoding.UTF8.GetBytes($"{tenant}|{boundTo}|");
}
