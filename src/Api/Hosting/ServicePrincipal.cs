using System.Security.Claims;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Hosting;

/// <summary>A backend that calls with a service API key. It acts for the external owners of its organization alone.</summary>
internal sealed class ServicePrincipal : ClaimsPrincipal
{
    public ServicePrincipal(ApiKey key)
        : this(key.TenantId, key.OrganizationId, key.Id, key.Scopes)
    {
    }

    private ServicePrincipal(TenantId tenant, OrganizationId organization, ApiKeyId? keyId, IReadOnlyCollection<string> scopes)
        : base(new ClaimsIdentity(ServiceAuthentication.Header))
    {
        Tenant = tenant;
        Organization = organization;
        KeyId = keyId;
        Scopes = scopes;
    }

    public TenantId Tenant { get; }

    public OrganizationId Organization { get; }

    /// <summary>Null for the keyless caller of the Development environment.</summary>
    public ApiKeyId? KeyId { get; }

    public IReadOnlyCollection<string> Scopes { get; }

    /// <summary>By which its requests are counted: the key, or the organization of the caller without one.</summary>
    public Guid RateId => KeyId?.Value ?? Organization.Value;

    /// <summary>The caller on this machine that needs no key in the Development environment.</summary>
    public static ServicePrincipal Development(Organization organization) => new(organization.TenantId, organization.Id, null, ApiKeyScopes.All);
}
