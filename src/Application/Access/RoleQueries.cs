using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A role that the caller reaches. NotFound: unknown, or of another or a deleted organization.</summary>
public sealed record GetRoleQuery(Caller Caller, RoleId Role) : IQuery<RoleView>;

/// <summary>The roles of the caller's organization, or of the tenant for those who administer it; newest first.</summary>
/// <param name="Search">A part of the name, without regard to case; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListRolesQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<RoleView>>;

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
