using System.Security.Cryptography;
using ModuleX.Application.Security;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>Makes, seals and opens what an endpoint's webhooks are signed with.</summary>
public sealed class OutgoingSecrets(ISecretProtector protector)
{
    /// <summary>A new secret. Made before a unit of work begins: a tenant's first one writes a data key.</summary>
    public async ValueTask<(WebhookSecret Secret, SealedSecret Sealed)> CreateAsync(
        TenantId tenant, OutgoingWebhookId webhook, CancellationToken cancellationToken)
    {
        var secret = new WebhookSecret(RandomNumberGenerator.GetBytes(WebhookSecret.KeyLength));
        return (secret, await protector.SealAsync(tenant, BindingOf(tenant, webhook), secret.Key, cancellationToken));
    }

    /// <summary>The key; null where what is stored was changed.</summary>
    public ValueTask<byte[]?> OpenAsync(TenantId tenant, OutgoingWebhookId webhook, SealedSecret secret, CancellationToken cancellationToken) =>
        protector.OpenAsync(tenant, BindingOf(tenant, webhook), secret, cancellationToken);

    /// <summary>What the secrets of an endpoint are bound to.</summary>
    public static string BindingOf(TenantId tenant, OutgoingWebhookId webhook) => $"{tenant}/outgoing-webhook/{webhook}#secret";
}
