using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>
/// Giving and taking permissions. Who may assign must not rise by it, alone or with a friend, nor strip those above: a caller gives and takes only
/// what it has, not what it does not have.
/// </summary>
internal static class Grants
{
    /// <summary>Forbidden: the caller lacks one of the permissions in the organization.</summary>
    public static async Task<Result<Done>> CheckGrantAsync(
        this IUnitOfWork work, Caller caller, OrganizationId organization, IReadOnlyCollection<PermissionId> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0 || caller.MayAdminister(organization)) return Done.Result;
        var names = (await work.Roles.ListPermissionsAsync(cancellationToken)).Where(permission => moved.Contains(permission.Id))
            .Select(permission => permission.Name);
        return names.All(name => caller.Has(name, organization)) ? Done.Result : AccessErrors.GrantBeyondOwn;
    }

    /// <summary>The same for all that some roles allow.</summary>
    public static async Task<Result<Done>> CheckGrantAsync(
        this IUnitOfWork work, Caller caller, OrganizationId organization, IEnumerable<RoleId> moved, CancellationToken cancellationToken)
    {
        var allowed = new HashSet<PermissionId>();
        foreach (var role in moved) allowed.UnionWith(await work.Roles.ListPermissionsAsync(role, cancellationToken));
        return await work.CheckGrantAsync(caller, organization, allowed, cancellationToken);
    }
}
