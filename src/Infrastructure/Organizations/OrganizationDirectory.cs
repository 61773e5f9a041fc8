using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Identity;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Organizations;

internal sealed class OrganizationDirectory(IDbContextFactory<ModuleXDbContext> contexts) : IOrganizationDirectory
{
    public Task<OrganizationView?> FindAsync(TenantId tenant, OrganizationId id, CancellationToken cancellationToken) =>
        FindAsync(tenant, organization => organization.Id == id, cancellationToken);

    public Task<OrganizationView?> FindBySlugAsync(TenantId tenant, string slug, CancellationToken cancellationToken) =>
        FindAsync(tenant, organization => organization.Slug == slug, cancellationToken);

    public Task<OrganizationView?> FindByDomainAsync(TenantId tenant, string domain, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(domain);
        return FindAsync(tenant, organization => organization.Domain == key, cancellationToken);
    }

    public async Task<Page<OrganizationView>> ListAsync(TenantId tenant, OrganizationFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var organizations = Matching(db.Organizations, filter).OrderBy(organization => organization.Slug);
        var found = await organizations.ToPageAsync(page, OrganizationView.Of, cancellationToken);
        return found with { Items = await WithCreatorsAsync(db, await WithPlacesAsync(db, found.Items, cancellationToken), cancellationToken) };
    }

    public async Task<OrganizationStatisticsView> MeasureAsync(
        TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        return await OrganizationFigures.ReadAsync(db, organization, now, cancellationToken);
    }

    private async Task<OrganizationView?> FindAsync(TenantId tenant, Expression<Func<Organization, bool>> isMeant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        if (await db.Organizations.SingleOrDefaultAsync(isMeant, cancellationToken) is not { } organization) return null;
        return (await WithCreatorsAsync(db, await WithPlacesAsync(db, [OrganizationView.Of(organization)], cancellationToken), cancellationToken))[0];
    }

    private static async Task<IReadOnlyList<OrganizationView>> WithPlacesAsync(
        ModuleXDbContext db, IReadOnlyList<OrganizationView> organizations, CancellationToken cancellationToken)
    {
        if (organizations.Count == 0) return organizations;
        var ids = organizations.Select(organization => organization.Id).ToList();
        var places = (await db.Locations.Where(location => ids.Contains(location.OrganizationId)).OrderBy(location => location.Code)
            .Select(location => new { location.OrganizationId, location.Id, location.Name, location.Code, location.IsActive }).ToListAsync(cancellationToken))
            .ToLookup(location => location.OrganizationId, location => new PlaceView(location.Id, location.Name, location.Code, location.IsActive));
        return [.. organizations.Select(organization => organization with { Places = [.. places[organization.Id]] })];
    }

    private static async Task<IReadOnlyList<OrganizationView>> WithCreatorsAsync(
        ModuleXDbContext db, IReadOnlyList<OrganizationView> organizations, CancellationToken cancellationToken)
    {
        var ids = organizations.Select(organization => organization.CreatedBy).OfType<UserId>().ToList();
        if (ids.Count == 0) return organizations;
        var names = await UserNames.ReadAsync(db, ids, cancellationToken);
        return [.. organizations.Select(
            organization => organization.CreatedBy is { } id ? organization with { Creator = names.GetValueOrDefault(id) } : organization)];
    }

    private static IQueryable<Organization> Matching(IQueryable<Organization> organizations, OrganizationFilter filter)
    {
        if (filter.IsActive is { } active) organizations = organizations.Where(organization => organization.IsActive == active);
        if (filter.Among is { } among) organizations = organizations.Where(organization => among.Contains(organization.Id));
        if (filter.Search is not { } search || NameKey.Of(search) is not { Length: > 0 } key) return organizations;
        // SQLite lowers ASCII only, so a name with other letters is also looked for as it was written.
        var written = search.Trim();
#pragma warning disable CA1862 // The databases have no comparison, only lower().
        return organizations.Where(
            organization => organization.Slug.Contains(key) || organization.Name.ToLower().Contains(key) || organization.Name.Contains(written));
#pragma warning restore CA1862
    }
}
