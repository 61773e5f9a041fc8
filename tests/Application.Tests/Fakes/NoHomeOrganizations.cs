using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>No user has a home.</summary>
internal sealed class NoHomeOrganizations : IHomeOrganizations
{
    public ValueTask<OrganizationId?> FindAsync(TenantId tenant, UserId user, CancellationToken cancellationToken) =>
        ValueTask.FromResult<OrganizationId?>(null);
}
