using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>
/// The users of the caller's tenant for its admins, newest first, and the caller alone for everybody else; see <see cref="GetTenantUserQuery"/>.
/// </summary>
/// <param name="Search">See <see cref="UserFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListTenantUsersQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<UserView>>;

internal sealed class ListTenantUsersHandler(IUserDirectory users) : IQueryHandler<ListTenantUsersQuery, Page<UserView>>
{
    public async Task<Result<Page<UserView>>> Handle(ListTenantUsersQuery query, CancellationToken cancellationToken) =>
        await users.ListAsync(query.Caller.Tenant, new UserFilter(null, query.Search, query.IsActive, query.Caller.IsSystemAdmin ? null : query.Caller.User),
            query.Page, cancellationToken);
}
