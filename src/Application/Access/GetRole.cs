using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A role that the caller reaches. NotFound: unknown, or of another organization.</summary>
public sealed record GetRoleQuery(Caller Caller, RoleId Role) : IQuery<RoleView>;

internal sealed class GetRoleHandler(IRoleDirectory roles) : IQueryHandler<GetRoleQuery, RoleView>
{
    public async Task<Result<RoleView>> Handle(GetRoleQuery query, CancellationToken cancellationToken) =>
        await roles.FindAsync(query.Caller.Tenant, query.Role, cancellationToken) is { } role && query.Caller.Reaches(role.OrganizationId)
            ? RoleView.Of(role) : AccessErrors.RoleNotFound;
}
