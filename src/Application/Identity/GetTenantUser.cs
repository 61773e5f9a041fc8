using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>A user of the caller's tenant, by number. NotFound: unknown, or somebody else and the caller is no admin of the tenant.</summary>
/// <param name="Number">See <see cref="User.Number"/>.</param>
public sealed record GetTenantUserQuery(Caller Caller, long Number) : IQuery<UserView>;

internal sealed class GetTenantUserHandler(IUserDirectory users) : IQueryHandler<GetTenantUserQuery, UserView>
{
    public async Task<Result<UserView>> Handle(GetTenantUserQuery query, CancellationToken cancellationToken) =>
        await users.FindByNumberAsync(query.Caller.Tenant, query.Number, cancellationToken) is { } user
            && (query.Caller.IsSystemAdmin || user.Id == query.Caller.User)
            ? UserView.Of(user)
            : IdentityErrors.UserNotFound;
}
