using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Taking a user out of service, wherever it happens.</summary>
internal static class Deactivation
{
    /// <summary>
    /// Deactivates the user, ends all login sessions and releases all connections; one who is inactive stays so.
    /// Conflict: no other user is an active super admin, or an active owner of one of the user's organizations.
    /// </summary>
    public static async Task<Result<Done>> DeactivateAsync(this IUnitOfWork work, User user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!user.IsActive) return Done.Result;
        if (user.Role == SystemRole.SuperAdmin && await work.Users.CountSuperAdminsAsync(cancellationToken) <= 1) return IdentityErrors.LastSuperAdmin;
        if (user.CanChange && await work.IsLastOwnerAsync(user, cancellationToken)) return OrganizationErrors.LastOwner;
        user.SetActive(false, now);
        await work.EndAllAsync(user.Id, LoginEndings.Deactivated, now, cancellationToken);
        await work.ToolSessions.ReleaseAsync(user.Id, now, cancellationToken);
        return Done.Result;
    }

    /// <summary>Whether an organization would be without an owner who can act, were it not for this one, who is.</summary>
    public static async Task<bool> IsLastOwnerAsync(this IUnitOfWork work, User user, CancellationToken cancellationToken)
    {
        foreach (var owned in (await work.Organizations.ListMembershipsAsync(user.Id, cancellationToken)).Where(one => one.Role == MembershipRole.Owner))
        {
            // A deleted organization needs no owner.
            if (await work.Organizations.FindAsync(owned.OrganizationId, cancellationToken) is null) continue;
            if (await work.Organizations.CountOwnersAsync(owned.OrganizationId, cancellationToken) <= 1) return true;
        }
        return false;
    }
}
