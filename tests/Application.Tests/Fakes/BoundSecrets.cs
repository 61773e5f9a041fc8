using System.Text;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Seals nothing, but opens a value only where it was sealed for, and only while its keys are there.</summary>
internal sealed class BoundSecrets : ISecretProtector
{
    /// <summary>The database was restored without its key ring.</summary>
    public bool HasLostItsKeys { get; set; }

    public ValueTask<SealedSecret> SealAsync(TenantId tenant, string boundTo, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        RequireKeys();
        return ValueTask.FromResult(new SealedSecret(Guid.Empty, [.. Prefix(tenant, boundTo), .. plain.ToArray()]));
    }

    public ValueTask<byte[]?> OpenAsync(TenantId tenant, string boundTo, SealedSecret secret, CancellationToken cancellationToken)
    {
        RequireKeys();
        var prefix = Prefix(tenant, boundTo);
        return ValueTask.FromResult(secret.Cipher.AsSpan().StartsWith(prefix) ? secret.Cipher.AsSpan()[prefix.Length..].ToArray() : null);
    }

    private void RequireKeys()
    {
        if (HasLostItsKeys) throw new UnavailableException(SecretErrors.KeyUnavailable);
    }

    private static byte[] Prefix(TenantId tenant, string boundTo) => Encoding.UTF8.GetBytes($"{tenant}|{boundTo}|");
}
