using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

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

internal sealed class GetOrganizationHandler(IOrganizationDirectory organizations) : IQueryHandler<GetOrganizationQuery, OrganizationView>
{
    public async Task<Result<OrganizationView>> Handle(GetOrganizationQuery query, CancellationToken cancellationToken)
    {
        var tenant = query.Caller.Tenant;
        var found = query.Name switch
        {
            OrganizationName.BySlug name => await organizations.FindBySlugAsync(tenant, name.Slug, cancellationToken),
            OrganizationName.ByDomain name => await organizations.FindByDomainAsync(tenant, name.Domain, cancellationToken),
            _ => await organizations.FindAsync(tenant, ((OrganizationName.ById)query.Name).Id, cancellationToken),
        };
        if (found is null) return OrganizationErrors.Unknown;
        return query.Caller.RefusalFor(found.Id) is { } refusal ? refusal : found;
    }
}
