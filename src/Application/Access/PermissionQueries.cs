using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A permission of the caller's tenant. NotFound: unknown.</summary>
public sealed record GetPermissionQuery(Caller Caller, PermissionId Permission) : IQuery<PermissionView>;

/// <summary>The permissions of the caller's tenant, by resource and name.</summary>
/// <param name="Search">A part of the name or description, without regard to case; null for all.</param>
/// <param name="Resource">The whole resource, without regard to case; null for all.</param>
/// <param name="Action">The whole action, without regard to case; null for all.</param>
public sealed record ListPermissionsQuery(Caller Caller, string? Search, string? Resource, string? Action) : IQuery<IReadOnlyList<PermissionView>>;

/// <summary>What a user whom the caller reaches may do in its home organization. NotFound: unknown, or of another organization.</summary>
public sealed record GetUserPermissionsQuery(Caller Caller, UserId User) : IQuery<UserPermissionsView>;

/// <summary>What a user may do in an organization.</summary>
/// <param name="Permissions">Names, in their order.</param>
public sealed record UserPermissionsView(UserId User, OrganizationId Organization, IReadOnlyList<string> Permissions);

internal sealed class GetPermissionHandler(IReader<Permission> permissions) : IQueryHandler<GetPermissionQuery, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(GetPermissionQuery query, CancellationToken cancellationToken) =>
        await permissions.FindAsync<PermissionView>(query.Caller.Tenant, new PermissionByIdSpec(query.Permission), cancellationToken) is { } permission
            ? permission : AccessErrors.PermissionNotFound;
}

internal sealed class ListPermissionsHandler(IReader<Permission> permissions) : IQueryHandler<ListPermissionsQuery, IReadOnlyList<PermissionView>>
{
    // Filtered here, they are compared alike on every database.
    public async Task<Result<IReadOnlyList<PermissionView>>> Handle(ListPermissionsQuery query, CancellationToken cancellationToken) =>
        (await permissions.ListAsync<PermissionView>(query.Caller.Tenant, new PermissionsSpec(), cancellationToken))
            .Where(permission => query.Search is null || Has(permission.Name, query.Search) || Has(permission.Description, query.Search))
            .Where(permission => Is(permission.Resource, query.Resource) && Is(permission.Action, query.Action))
            .OrderBy(permission => permission.Resource, StringComparer.Ordinal).ThenBy(permission => permission.Name, StringComparer.Ordinal)
            .ToList();

    private static bool Has(string? text, string part) => text?.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    private static bool Is(string text, string? wanted) => wanted is null || text.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase);
}

internal sealed class GetUserPermissionsHandler(IReader<User> users, IMembers members, IReader<Permission> permissions, IGrantedPermissions granted)
    : IQueryHandler<GetUserPermissionsQuery, UserPermissionsView>
{
    public async Task<Result<UserPermissionsView>> Handle(GetUserPermissionsQuery query, CancellationToken cancellationToken)
    {
        if ((await users.FindReachedAsync(query.Caller, query.User, cancellationToken)).Failed(out var error, out var user)) return error;
        var home = (await members.ListOfUserAsync(user.TenantId, user.Id, cancellationToken))
            .SingleOrDefault(one => one is { IsHome: true, IsActive: true });
        return new UserPermissionsView(
            user.Id, user.OrganizationId, [.. (await ListAsync(user, home?.Role, cancellationToken)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>As <see cref="Caller.Has"/> judges the user's own requests.</summary>
    private async Task<IEnumerable<string>> ListAsync(User user, MembershipRole? membership, CancellationToken cancellationToken)
    {
        if (user.Role >= SystemRole.Admin || membership >= MembershipRole.Admin)
            return (await permissions.ListAsync(user.TenantId, new PermissionsSpec(), cancellationToken)).Select(permission => permission.Name);
        return membership is null ? [] : await granted.ListAsync(user.TenantId, user.Id, user.OrganizationId, cancellationToken);
    }
}
