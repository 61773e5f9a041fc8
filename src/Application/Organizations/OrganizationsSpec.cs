using System.Diagnostics.CodeAnalysis;
using Ardalis.Specification;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>Organizations by slug. Deleted ones are not there.</summary>
internal sealed class OrganizationsSpec : Specification<Organization>
{
    [SuppressMessage("Performance", "CA1862", Justification = "Only this form is translated into SQL.")]
    public OrganizationsSpec(OrganizationFilter filter)
    {
        if (filter.IsActive is { } active) Query.Where(organization => organization.IsActive == active);
        if (filter.Among is { } among) Query.Where(organization => among.Contains(organization.Id));
        if (filter.Search is { } search && NameKey.Of(search) is { Length: > 0 } key)
        {
            // SQLite lowers ASCII only, so a name with other letters is also looked for as it was written.
            var written = search.Trim();
            Query.Where(organization =>
                organization.Slug.Contains(key) || organization.Name.ToLower().Contains(key) || organization.Name.Contains(written));
        }
        Query.OrderBy(organization => organization.Slug);
    }
}

internal sealed class OrganizationByIdSpec : Specification<Organization>
{
    public OrganizationByIdSpec(OrganizationId id) => Query.Where(organization => organization.Id == id);
}

internal sealed class OrganizationBySlugSpec : Specification<Organization>
{
    public OrganizationBySlugSpec(string slug) => Query.Where(organization => organization.Slug == slug);
}

internal sealed class OrganizationByDomainSpec : Specification<Organization>
{
    /// <param name="domain">Without regard to case.</param>
    public OrganizationByDomainSpec(string domain)
    {
        var key = NameKey.Of(domain);
        Query.Where(organization => organization.Domain == key);
    }
}
