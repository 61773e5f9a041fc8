using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>The organization that the caller's requests are about. Forbidden: it is inactive or deleted, or the caller has left it.</summary>
public sealed record GetMyOrganizationQuery(Caller Caller) : IQuery<OrganizationView>;

internal sealed class GetMyOrganizationHandler(IOrganizationDirectory organizations) : IQueryHandler<GetMyOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetMyOrganizationQuery query, CancellationToken cancellationToken)
    {
        var authority = query.Caller.Authority;
        if (!authority.Organizations.ContainsKey(authority.Organization)) return OrganizationErrors.AccessDenied;
        return await organizations.FindAsync(authority.Tenant, authority.Organization, cancellationToken) is { } found ? found
            : OrganizationErrors.AccessDenied;
    }
}
