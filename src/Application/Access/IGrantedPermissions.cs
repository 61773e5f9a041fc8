using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Access;

/// <summary>Reads what roles give to users.</summary>
public interface IGrantedPermissions
{
    /// <summary>The names of what a user's active roles in an organization allow, each once and in no order.</summary>
    Task<IReadOnlyList<string>> ListAsync(TenantId tenant, UserId user, OrganizationId organization, CancellationToken cancellationToken);
}
