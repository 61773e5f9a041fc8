using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>What a user whom the caller reaches may do in its home organization. NotFound: unknown, or of another organization.</summary>
public sealed record GetUserPermissionsQuery(Caller Caller, UserId User) : IQuery<UserPermissionsView>;

/// <summary>What a user may do in an organization.</summary>
/// <param name="Permissions">Names, in their order.</param>
public sealed record UserPermissionsView(UserId User, OrganizationId Organization, IReadOnlyList<string> Permissions);

internal sealed class GetUserPermissionsHandler(IUserDirectory users, IRoleDirectory roles) : IQueryHandler<GetUserPermissionsQuery, UserPermissionsView>
{
    public async Task<Result<UserPermissionsView>> Handle(GetUserPermissionsQuery query, CancellationToken cancellationToken)
    {
        if ((await users.FindReachedAsync(query.Caller, query.User, cancellationToken)).Failed(out var error, out var user)) return error;
        var home = (await users.ListMembershipsAsync(user.TenantId, user.Id, cancellationToken))
            .SingleOrDefault(one => one is { IsHome: true, IsActive: true });
        return new UserPermissionsView(user.Id, user.OrganizationId, await ListAsync(user, home?.Role, cancellationToken));
    }

    /// <summary>As <see cref="Caller.Has"/> judges the user's own requests.</summary>
    private async Task<IReadOnlyList<string>> ListAsync(User user, MembershipRole? membership, CancellationToken cancellationToken)
    {
        if (user.Role >= SystemRole.Admin || membership >= MembershipRole.Admin)
            return [.. (await roles.ListPermissionsAsync(user.TenantId, cancellationToken)).Select(permission => permission.Name)];
        return membership is null ? [] : await roles.ListGrantedAsync(user.TenantId, user.Id, user.OrganizationId, cancellationToken);
    }
}
