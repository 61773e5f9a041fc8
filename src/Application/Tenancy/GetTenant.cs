using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Tenancy;

/// <summary>One tenant. NotFound: there is none. Forbidden: the caller manages no tenants.</summary>
public sealed record GetTenantQuery(Caller Caller, TenantId Tenant) : IQuery<TenantView>;

internal sealed class GetTenantHandler(ITenantDirectory tenants) : IQueryHandler<GetTenantQuery, TenantView>
{
    public async Task<Result<TenantView>> Handle(GetTenantQuery query, CancellationToken cancellationToken)
    {
        if (!query.Caller.ManagesTenants) return IdentityErrors.PlatformOnly;
        return await tenants.FindAsync(query.Tenant, cancellationToken) is { } tenant ? tenant : TenantErrors.NotFound;
    }
}
