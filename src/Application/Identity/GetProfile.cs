using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The caller, and the organizations that the caller belongs to, the home first.</summary>
public sealed record GetProfileQuery(Caller Caller) : IQuery<ProfileView>;

/// <summary>A user with all memberships.</summary>
public sealed record ProfileView(UserView User, IReadOnlyList<MembershipView> Organizations);

internal sealed class GetProfileHandler(IUserDirectory users) : IQueryHandler<GetProfileQuery, ProfileView>
{
    public async Task<Result<ProfileView>> Handle(GetProfileQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        if (await users.FindAsync(caller.Tenant, caller.User, cancellationToken) is not { } user) return IdentityErrors.TokenInvalid;
        return new ProfileView(UserView.Of(user), await users.ListMembershipsAsync(caller.Tenant, caller.User, cancellationToken));
    }
}
