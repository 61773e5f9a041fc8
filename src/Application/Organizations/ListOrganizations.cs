using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>The organizations of a tenant, ordered by slug.</summary>
public sealed record ListOrganizationsQuery(string TenantDomain) : IQuery<IReadOnlyList<Organization>>;

internal sealed class ListOrganizationsHandler(IOrganizationRepository organizations) : IQueryHandler<ListOrganizationsQuery, IReadOnlyList<Organization>>
{
    public async Task<Result<IReadOnlyList<Organization>>> Handle(ListOrganizationsQuery query, CancellationToken cancellationToken)
    {
        if (await organizations.FindTenantAsync(query.TenantDomain, cancellationToken) is not { } tenant) return TenantErrors.Unknown(query.TenantDomain);
        return (await organizations.ListAsync(tenant.Id, cancellationToken)).ToList();
    }
}
