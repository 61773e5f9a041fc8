using ModuleX.Application.Identity;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>What people may always ask about themselves, and others with a permission.</summary>
internal static class PersonalScope
{
    /// <summary>
    /// The person that is asked about. Forbidden: another person, and the permission is missing. NotFound: unknown, or of an organization out of the
    /// caller's reach.
    /// </summary>
    public static async Task<Result<User>> FindPersonAsync(
        this IReader<User> users, Caller caller, UserId person, string permission, CancellationToken cancellationToken)
    {
        var isSelf = person == caller.User;
        if (!isSelf && !caller.Has(permission, caller.Authority.Organization)) return IdentityErrors.PermissionMissing(permission);
        return await users.FindAsync(caller.Tenant, new UserByIdSpec(person), cancellationToken) is { } user
            && (isSelf || caller.Reaches(user.OrganizationId)) ? user
            : IdentityErrors.UserNotFound;
    }
}
