using Ardalis.Specification;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>
/// An organization that the caller administers. NotFound: there is none, or none that the caller sees. Forbidden: the caller is a member only.
/// </summary>
public sealed record GetOrganizationQuery(Caller Caller, OrganizationName Name) : IQuery<OrganizationView>;

/// <summary>How callers name an organization.</summary>
public abstract record OrganizationName
{
    private OrganizationName()
    {
    }

    public sealed record ById(OrganizationId Id) : OrganizationName;

    public sealed record BySlug(string Slug) : OrganizationName;

    public sealed record ByDomain(string Domain) : OrganizationName;
}

/// <summary>An organization of the caller's, or any of the tenant for those who administer it. NotFound: there is none, or none that the caller sees.</summary>
public sealed record GetSeenOrganizationQuery(Caller Caller, OrganizationId Organization) : IQuery<OrganizationView>;

/// <summary>The organization that the caller's requests are about. Forbidden: it is inactive or deleted, or the caller has left it.</summary>
public sealed record GetMyOrganizationQuery(Caller Caller) : IQuery<OrganizationView>;

/// <summary>The organizations of a tenant, ordered by slug.</summary>
public sealed record ListOrganizationsQuery(TenantId Tenant, OrganizationFilter Filter, PageRequest Page) : IQuery<Page<OrganizationView>>;

/// <summary>Which organizations; null does not matter.</summary>
/// <param name="Search">A part of the name or slug, without regard to case.</param>
/// <param name="Among">Only these.</param>
public sealed record OrganizationFilter(string? Search = null, bool? IsActive = null, IReadOnlyCollection<OrganizationId>? Among = null);

/// <summary>The caller's organizations, or all of the tenant for those who administer it; ordered by slug.</summary>
/// <param name="Search">See <see cref="OrganizationFilter"/>; null for all.</param>
/// <param name="IsActive">Null for both.</param>
public sealed record ListSeenOrganizationsQuery(Caller Caller, string? Search, bool? IsActive, PageRequest Page) : IQuery<Page<OrganizationView>>;

internal sealed class GetOrganizationHandler(DescribedOrganizations organizations) : IQueryHandler<GetOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetOrganizationQuery query, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(query.Caller.Tenant, SpecOf(query.Name), cancellationToken) is not { } found) return OrganizationErrors.Unknown;
        return query.Caller.RefusalFor(found.Id) is { } refusal ? refusal : found;
    }

    private static ISpecification<Organization> SpecOf(OrganizationName name) => name switch
    {
        OrganizationName.BySlug one => new OrganizationBySlugSpec(one.Slug),
        OrganizationName.ByDomain one => new OrganizationByDomainSpec(one.Domain),
        _ => new OrganizationByIdSpec(((OrganizationName.ById)name).Id),
    };
}

internal sealed class GetSeenOrganizationHandler(DescribedOrganizations organizations) : IQueryHandler<GetSeenOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetSeenOrganizationQuery query, CancellationToken cancellationToken) =>
        query.Caller.MaySee(query.Organization) && await organizations.FindAsync(query.Caller.Tenant, query.Organization, cancellationToken) is { } found
            ? found
            : OrganizationErrors.Unknown;
}

internal sealed class GetMyOrganizationHandler(DescribedOrganizations organizations) : IQueryHandler<GetMyOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetMyOrganizationQuery query, CancellationToken cancellationToken)
    {
        var authority = query.Caller.Authority;
        if (!authority.Organizations.ContainsKey(authority.Organization)) return OrganizationErrors.AccessDenied;
        return await organizations.FindAsync(authority.Tenant, authority.Organization, cancellationToken) is { } found
            ? found
            : OrganizationErrors.AccessDenied;
    }
}

internal sealed class ListOrganizationsHandler(DescribedOrganizations organizations) : IQueryHandler<ListOrganizationsQuery, Page<OrganizationView>>
{
    public async Task<Result<Page<OrganizationView>>> Handle(ListOrganizationsQuery query, CancellationToken cancellationToken) =>
        await organizations.PageAsync(query.Tenant, query.Filter, query.Page, cancellationToken);
}

internal sealed class ListSeenOrganizationsHandler(DescribedOrganizations organizations)
    : IQueryHandler<ListSeenOrganizationsQuery, Page<OrganizationView>>
{
    public async Task<Result<Page<OrganizationView>>> Handle(ListSeenOrganizationsQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        var among = caller.IsSystemAdmin ? null : caller.Authority.Organizations.Keys.ToList();
        return await organizations.PageAsync(caller.Tenant, new OrganizationFilter(query.Search, query.IsActive, among), query.Page, cancellationToken);
    }
}
