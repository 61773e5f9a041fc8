using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The caller, and the organizations that the caller belongs to, the home first.</summary>
public sealed record GetProfileQuery(Caller Caller) : IQuery<ProfileView>;

/// <summary>A user with all memberships.</summary>
public sealed record ProfileView(UserView User, IReadOnlyList<MembershipView> Organizations);

/// <summary>A user whom the caller reaches. NotFound: unknown, or of another organization.</summary>
public sealed record GetUserQuery(Caller Caller, UserId User) : IQuery<UserView>;

/// <summary>A user of the caller's tenant, by number. NotFound: unknown, or another user and the caller is no admin of the tenant.</summary>
/// <param name="Number">See <see cref="User.Number"/>.</param>
public sealed record GetTenantUserQuery(Caller Caller, long Number) : IQuery<UserView>;

/// <summary>The users at home in the caller's organization, or in the tenant for those who administer it; newest first.</summary>
/// <param name="Search">See <see cref="UserFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListUsersQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<UserView>>;

/// <summary>The users of the caller's tenant for its admins, newest first, and the caller alone for everybody else.</summary>
/// <param name="Search">See <see cref="UserFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListTenantUsersQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<UserView>>;

internal sealed class GetProfileHandler(IReader<User> users, IMembers members) : IQueryHandler<GetProfileQuery, ProfileView>
{
    public async Task<Result<ProfileView>> Handle(GetProfileQuery query, CancellationToken cancellationToken)
    {
        var (tenant, id) = (query.Caller.Tenant, query.Caller.User);
        if (await users.FindAsync<UserView>(tenant, new UserByIdSpec(id), cancellationToken) is not { } user) return IdentityErrors.TokenInvalid;
        return new ProfileView(user, await members.ListOfUserAsync(tenant, id, cancellationToken));
    }
}

internal sealed class GetUserHandler(IReader<User> users) : IQueryHandler<GetUserQuery, UserView>
{
    public async Task<Result<UserView>> Handle(GetUserQuery query, CancellationToken cancellationToken) =>
        (await users.FindReachedAsync(query.Caller, query.User, cancellationToken)).Failed(out var error, out var user) ? error : user.To<UserView>();
}

internal sealed class GetTenantUserHandler(IReader<User> users) : IQueryHandler<GetTenantUserQuery, UserView>
{
    public async Task<Result<UserView>> Handle(GetTenantUserQuery query, CancellationToken cancellationToken) =>
        await users.FindAsync<UserView>(query.Caller.Tenant, new UserByNumberSpec(query.Number), cancellationToken) is { } user
            && (query.Caller.IsSystemAdmin || user.Id == query.Caller.User)
            ? user
            : IdentityErrors.UserNotFound;
}

internal sealed class ListUsersHandler(IReader<User> users) : IQueryHandler<ListUsersQuery, Page<UserView>>
{
    public async Task<Result<Page<UserView>>> Handle(ListUsersQuery query, CancellationToken cancellationToken)
    {
        var filter = new UserFilter(query.Caller.ForLists(), query.Search, query.IsActive);
        return await users.PageAsync<UserView>(query.Caller.Tenant, new UsersSpec(filter), query.Page, cancellationToken);
    }
}

internal sealed class ListTenantUsersHandler(IReader<User> users) : IQueryHandler<ListTenantUsersQuery, Page<UserView>>
{
    public async Task<Result<Page<UserView>>> Handle(ListTenantUsersQuery query, CancellationToken cancellationToken)
    {
        var filter = new UserFilter(null, query.Search, query.IsActive, query.Caller.IsSystemAdmin ? null : query.Caller.User);
        return await users.PageAsync<UserView>(query.Caller.Tenant, new UsersSpec(filter), query.Page, cancellationToken);
    }
}
