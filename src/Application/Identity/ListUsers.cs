using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The users at home in the caller's organization, or in the tenant for those who administer it; newest first.</summary>
/// <param name="Search">See <see cref="UserFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListUsersQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<UserView>>;

internal sealed class ListUsersHandler(IUserDirectory users) : IQueryHandler<ListUsersQuery, Page<UserView>>
{
    public async Task<Result<Page<UserView>>> Handle(ListUsersQuery query, CancellationToken cancellationToken) =>
        await users.ListAsync(query.Caller.Tenant, new UserFilter(query.Caller.ForLists(), query.Search, query.IsActive), query.Page, cancellationToken);
}
