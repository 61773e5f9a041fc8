using ModuleX.Application.Access;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>Which users somebody may see and change.</summary>
internal static class ReachedUser
{
    /// <summary>A user to look at. NotFound: unknown, or of an organization that the caller does not reach, which is the same to the caller.</summary>
    public static async Task<Result<User>> FindReachedAsync(this IUserDirectory users, Caller caller, UserId id, CancellationToken cancellationToken) =>
        await users.FindAsync(caller.Tenant, id, cancellationToken) is { } user && caller.Reaches(user.OrganizationId) ? user : IdentityErrors.UserNotFound;

    /// <summary>A user to change. NotFound as above. Forbidden: the user's system role is above the caller's.</summary>
    public static async Task<Result<User>> FindReachedAsync(this IUserStore users, Caller caller, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user || !caller.Reaches(user.OrganizationId)) return IdentityErrors.UserNotFound;
        return user.Role > caller.Authority.Role ? IdentityErrors.RoleBeyondOwn : user;
    }
}
