using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A permission of the caller's tenant. NotFound: unknown.</summary>
public sealed record GetPermissionQuery(Caller Caller, PermissionId Permission) : IQuery<PermissionView>;

internal sealed class GetPermissionHandler(IRoleDirectory roles) : IQueryHandler<GetPermissionQuery, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(GetPermissionQuery query, CancellationToken cancellationToken) =>
        await roles.FindPermissionAsync(query.Caller.Tenant, query.Permission, cancellationToken) is { } permission ? PermissionView.Of(permission)
            : AccessErrors.PermissionNotFound;
}
