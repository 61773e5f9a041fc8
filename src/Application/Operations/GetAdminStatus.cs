using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Operations;

/// <summary>Whether a tenant has an admin.</summary>
public sealed record GetAdminStatusQuery(TenantId Tenant) : IQuery<AdminStatusView>;

/// <summary>Who administers a tenant, in numbers.</summary>
/// <param name="Admins">Active admins, super admins among them.</param>
/// <param name="HasSuperAdmin">Whether one of them is a super admin, so that the tenant is set up.</param>
public sealed record AdminStatusView(int Admins, bool HasSuperAdmin);

internal sealed class GetAdminStatusHandler(IReader<User> users) : IQueryHandler<GetAdminStatusQuery, AdminStatusView>
{
    public async Task<Result<AdminStatusView>> Handle(GetAdminStatusQuery query, CancellationToken cancellationToken) => new AdminStatusView(
        await users.CountAsync(query.Tenant, new ActiveUsersOfRoleSpec(SystemRole.Admin), cancellationToken),
        await users.CountAsync(query.Tenant, new ActiveUsersOfRoleSpec(SystemRole.SuperAdmin), cancellationToken) > 0);
}
