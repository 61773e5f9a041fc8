using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>An organization of the caller's, or any of the tenant for those who administer it. NotFound: there is none, or none that the caller sees.</summary>
public sealed record GetSeenOrganizationQuery(Caller Caller, OrganizationId Organization) : IQuery<OrganizationView>;

internal sealed class GetSeenOrganizationHandler(IOrganizationDirectory organizations) : IQueryHandler<GetSeenOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetSeenOrganizationQuery query, CancellationToken cancellationToken) =>
        query.Caller.MaySee(query.Organization) && await organizations.FindAsync(query.Caller.Tenant, query.Organization, cancellationToken) is { } found
            ? found
            : OrganizationErrors.Unknown;
}
