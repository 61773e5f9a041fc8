using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Finds whom a webhook is from, in memory where it can: they come in crowds.</summary>
public interface IServiceAddresses
{
    /// <param name="domain">Of the tenant, in lower case.</param>
    /// <param name="name">In any case.</param>
    /// <returns>Null for an unknown tenant or service, and for one that is switched off.</returns>
    ValueTask<ServiceAddress?> FindAsync(string domain, string name, CancellationToken cancellationToken);
}

/// <summary>A service that takes webhooks.</summary>
/// <param name="Secret">What they are signed with; null where they need no signature.</param>
/// <param name="Signature">How; null for the default.</param>
public sealed record ServiceAddress(TenantId Tenant, ServiceId Id, SealedSecret? Secret, ServiceSignature? Signature = null);
