using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A role that the caller reaches. NotFound: unknown, or of another or a deleted organization.</summary>
public sealed record GetRoleQuery(Caller Caller, RoleId Role) : IQuery<RoleView>;

/// <summary>The roles of the caller's organization, or of the tenant for those who administer it; newest first.</summary>
/// <param name="Search">A part of the name, without regard to case; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListRolesQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<RoleView>>;

/// <summary>What a role allows, in the order of the ids. NotFound: as of <see cref="GetRoleQuery"/>.</summary>
public sealed record ListRolePermissionsQuery(Caller Caller, RoleId Role) : IQuery<IReadOnlyList<PermissionId>>;

/// <summary>The roles of a user in its home organization, in the order of the ids. NotFound: the user is unknown, or of another organization.</summary>
public sealed record ListUserRolesQuery(Caller Caller, UserId User) : IQuery<IReadOnlyList<RoleId>>;

internal sealed class GetRoleHandler(IReader<Role> roles) : IQueryHandler<GetRoleQuery, RoleView>
{
    public async Task<Result<RoleView>> Handle(GetRoleQuery query, CancellationToken cancellationToken) =>
        await roles.FindAsync<RoleView>(query.Caller.Tenant, new RoleByIdSpec(query.Role), cancellationToken) is { } role
            && query.Caller.Reaches(role.Organization) ? role : AccessErrors.RoleNotFound;
}

internal sealed class ListRolesHandler(IReader<Role> roles) : IQueryHandler<ListRolesQuery, Page<RoleView>>
{
    public async Task<Result<Page<RoleView>>> Handle(ListRolesQuery query, CancellationToken cancellationToken) =>
        await roles.PageAsync<RoleView>(
            query.Caller.Tenant, new RolesSpec(query.Caller.ForLists(), query.Search, query.IsActive), query.Page, cancellationToken);
}

internal sealed class ListRolePermissionsHandler(IReader<Role> roles, IReader<RolePermission> links)
    : IQueryHandler<ListRolePermissionsQuery, IReadOnlyList<PermissionId>>
{
    public async Task<Result<IReadOnlyList<PermissionId>>> Handle(ListRolePermissionsQuery query, CancellationToken cancellationToken)
    {
        var tenant = query.Caller.Tenant;
        if (await roles.FindAsync<RoleView>(tenant, new RoleByIdSpec(query.Role), cancellationToken) is not { } role
            || !query.Caller.Reaches(role.Organization)) return AccessErrors.RoleNotFound;
        var allowed = await links.ListAsync(tenant, new PermissionsOfRoleSpec(query.Role), cancellationToken);
        return allowed.Select(link => link.PermissionId).OrderBy(permission => permission.Value).ToList();
    }
}

internal sealed class ListUserRolesHandler(IReader<User> users, IReader<UserRole> links, IReader<Role> roles)
    : IQueryHandler<ListUserRolesQuery, IReadOnlyList<RoleId>>
{
    public async Task<Result<IReadOnlyList<RoleId>>> Handle(ListUserRolesQuery query, CancellationToken cancellationToken)
    {
        if ((await users.FindReachedAsync(query.Caller, query.User, cancellationToken)).Failed(out var error, out var user)) return error;
        var had = (await links.ListAsync(user.TenantId, new RolesOfUserSpec(user.Id), cancellationToken)).Select(link => link.RoleId).ToList();
        var own = await roles.ListAsync(user.TenantId, new RolesInSpec(user.OrganizationId, had), cancellationToken);
        return own.Select(role => role.Id).OrderBy(role => role.Value).ToList();
    }
}
