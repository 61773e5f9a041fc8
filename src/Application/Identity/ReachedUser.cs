using ModuleX.Application.Access;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Which users a caller may see and change.</summary>
internal static class ReachedUser
{
    /// <summary>A user to look at. NotFound: unknown, or of an organization that the caller does not reach, which is the same to the caller.</summary>
    public static async Task<Result<User>> FindReachedAsync(this IReader<User> users, Caller caller, UserId id, CancellationToken cancellationToken) =>
        await users.FindAsync(caller.Tenant, new UserByIdSpec(id), cancellationToken) is { } user && caller.Reaches(user.OrganizationId) ? user
            : IdentityErrors.UserNotFound;

    /// <summary>A user to change. NotFound as above. Forbidden: the user is above the caller, on the system or in the organization.</summary>
    public static async Task<Result<User>> FindReachedAsync(this IUnitOfWork work, Caller caller, UserId id, CancellationToken cancellationToken)
    {
        if (await work.Users.FindAsync(id, cancellationToken) is not { } user || !caller.Reaches(user.OrganizationId)) return IdentityErrors.UserNotFound;
        if (user.Role > caller.Authority.Role) return IdentityErrors.RoleBeyondOwn;
        if (caller.IsSystemAdmin) return user;
        // A permission to change users is no way to get rid of those who gave it.
        var membership = await work.Organizations.FindMembershipAsync(user.OrganizationId, id, cancellationToken);
        return membership is { } theirs && caller.Authority.Organizations.TryGetValue(user.OrganizationId, out var own) && theirs.Role > own.Role
            ? IdentityErrors.RoleBeyondOwn : user;
    }
}
