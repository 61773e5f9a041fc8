using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The home organizations of users, from memory.</summary>
public interface IHomeOrganizations
{
    /// <summary>Null where there is no such user any more.</summary>
    ValueTask<OrganizationId?> FindAsync(TenantId tenant, UserId user, CancellationToken cancellationToken);
}
