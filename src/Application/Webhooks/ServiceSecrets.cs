using System.Security.Cryptography;
using System.Text;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Seals and opens what a service's webhooks are signed with.</summary>
public sealed class ServiceSecrets(ISecretProtector protector)
{
    /// <summary>Null for no secret. Seal before a unit of work begins: a tenant's first secret writes a key.</summary>
    public async ValueTask<SealedSecret?> SealAsync(TenantId tenant, ServiceId service, string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        var plain = Encoding.UTF8.GetBytes(secret);
        var cipher = await protector.SealAsync(tenant, BindingOf(tenant, service), plain, cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
        return cipher;
    }

    /// <summary>The secret in UTF-8; the caller forgets it as soon as it can.</summary>
    /// <exception cref="UnavailableException">It was changed: signatures can't be judged now, and senders try again.</exception>
    public async ValueTask<byte[]> OpenAsync(TenantId tenant, ServiceId service, SealedSecret secret, CancellationToken cancellationToken) =>
        await protector.OpenAsync(tenant, BindingOf(tenant, service), secret, cancellationToken)
        ?? throw new UnavailableException(SecretErrors.Damaged("The secret of this service"));

    /// <summary>What the secret of a service is bound to.</summary>
    public static string BindingOf(TenantId tenant, ServiceId service) => $"{tenant}/service/{service}#secret";
}
