using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>The roles of the caller's organization, or of the tenant for those who administer it; newest first.</summary>
/// <param name="Search">See <see cref="RoleFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListRolesQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<RoleView>>;

internal sealed class ListRolesHandler(IRoleDirectory roles) : IQueryHandler<ListRolesQuery, Page<RoleView>>
{
    public async Task<Result<Page<RoleView>>> Handle(ListRolesQuery query, CancellationToken cancellationToken) =>
        await roles.ListAsync(query.Caller.Tenant, new RoleFilter(query.Caller.ForLists(), query.Search, query.IsActive), query.Page, cancellationToken);
}
