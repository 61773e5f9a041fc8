using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Finding an organization as people name it.</summary>
internal static class OrganizationLookup
{
    public static async Task<Result<Organization>> FindBySlugAsync(
        this IOrganizationRepository organizations, string tenantDomain, string slug, CancellationToken cancellationToken)
    {
        if (await organizations.FindTenantAsync(tenantDomain, cancellationToken) is not { } tenant) return TenantErrors.Unknown(tenantDomain);
        return await organizations.FindAsync(tenant.Id, slug, cancellationToken) is { } organization ? organization : OrganizationErrors.NotFound(slug);
    }
}
