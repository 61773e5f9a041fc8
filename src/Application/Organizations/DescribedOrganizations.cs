using Ardalis.Specification;
using ModuleX.Application.Identity;
using ModuleX.Application.Locations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Organizations as callers see them, with their places and who made them.</summary>
internal sealed class DescribedOrganizations(IReader<Organization> organizations, IReader<Location> locations, IUserNames names)
{
    public Task<OrganizationView?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken) =>
        FindAsync(tenant, new OrganizationByIdSpec(id), cancellationToken);

    public async Task<OrganizationView?> FindAsync(TenantId tenant, ISpecification<Organization> wanted, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync<OrganizationView>(tenant, wanted, cancellationToken) is not { } found) return null;
        return (await DescribeAsync(tenant, [found], cancellationToken))[0];
    }

    /// <summary>Ordered by slug.</summary>
    public async Task<Page<OrganizationView>> PageAsync(
        TenantId tenant, OrganizationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await organizations.PageAsync<OrganizationView>(tenant, new OrganizationsSpec(filter), page, cancellationToken);
        return found.Items.Count == 0 ? found : found with { Items = await DescribeAsync(tenant, found.Items, cancellationToken) };
    }

    private async Task<IReadOnlyList<OrganizationView>> DescribeAsync(
        TenantId tenant, IReadOnlyList<OrganizationView> found, CancellationToken cancellationToken)
    {
        var places = (await locations.ListAsync<LocationView>(tenant, new LocationsOfSpec([.. found.Select(one => one.Id)]), cancellationToken))
            .ToLookup(location => location.Organization, location => new PlaceView(location.Id, location.Name, location.Code, location.IsActive));
        var people = found.Select(one => one.CreatedBy).OfType<UserId>().ToList();
        var creators = people.Count == 0 ? null : await names.ListAsync(tenant, people, cancellationToken);
        return [.. found.Select(one => one with
        {
            Places = [.. places[one.Id]], Creator = one.CreatedBy is { } id ? creators!.GetValueOrDefault(id) : null,
        })];
    }
}
