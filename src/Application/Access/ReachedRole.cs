using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Which roles a caller may see and change.</summary>
internal static class ReachedRole
{
    /// <summary>NotFound: unknown, or of an organization that the caller does not reach or that is deleted, which is the same to the caller.</summary>
    public static async Task<Result<Role>> FindReachedRoleAsync(this IUnitOfWork work, Caller caller, RoleId id, CancellationToken cancellationToken) =>
        await work.Roles.FindAsync(id, cancellationToken) is { } role && caller.Reaches(role.OrganizationId)
            && await work.Organizations.FindAsync(role.OrganizationId, cancellationToken) is not null
            ? role
            : AccessErrors.RoleNotFound;
}
