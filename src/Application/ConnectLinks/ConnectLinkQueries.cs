using Ardalis.Specification;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>The links that a caller sees: those of a service's organization, or a person's own.</summary>
/// <param name="Owner">Null for all owners of the organization.</param>
public sealed record ConnectLinkScope(TenantId Tenant, OrganizationId? Organization, OwnerId? Owner)
{
    internal bool Reaches(ConnectLink link) =>
        (Organization is not { } organization || link.OrganizationId == organization) && (Owner is not { } owner || link.Owner == owner.Value);
}

/// <summary>One link. NotFound: there is none, or it is another's.</summary>
public sealed record GetConnectLinkQuery(ConnectLinkScope Scope, ConnectLinkId Link) : IQuery<ConnectLinkView>;

/// <summary>Links, the newest first.</summary>
public sealed record ListConnectLinksQuery(ConnectLinkScope Scope, PageRequest Page) : IQuery<Page<ConnectLinkView>>;

internal sealed class GetConnectLinkHandler(IReader<ConnectLink> links, TimeProvider time) : IQueryHandler<GetConnectLinkQuery, ConnectLinkView>
{
    public async Task<Result<ConnectLinkView>> Handle(GetConnectLinkQuery query, CancellationToken cancellationToken) =>
        await links.FindAsync(query.Scope.Tenant, new ConnectLinksSpec(query.Scope, query.Link), cancellationToken) is { } link
            ? ConnectLinkView.Of(link, time.GetUtcNow()) : ConnectLinkErrors.NotFound;
}

internal sealed class ListConnectLinksHandler(IReader<ConnectLink> links, TimeProvider time)
    : IQueryHandler<ListConnectLinksQuery, Page<ConnectLinkView>>
{
    public async Task<Result<Page<ConnectLinkView>>> Handle(ListConnectLinksQuery query, CancellationToken cancellationToken)
    {
        var found = await links.PageAsync(query.Scope.Tenant, new ConnectLinksSpec(query.Scope), query.Page, cancellationToken);
        return found.Select(link => ConnectLinkView.Of(link, time.GetUtcNow()));
    }
}

/// <summary>The links of a scope, the newest first; ids of version 7 grow with time.</summary>
internal sealed class ConnectLinksSpec : Specification<ConnectLink>
{
    public ConnectLinksSpec(ConnectLinkScope scope, ConnectLinkId? only = null)
    {
        Query.OrderByDescending(link => link.CreatedAt).ThenByDescending(link => link.Id);
        if (scope.Organization is { } organization) Query.Where(link => link.OrganizationId == organization);
        if (scope.Owner is { } owner)
        {
            var value = owner.Value;
            Query.Where(link => link.Owner == value);
        }
        if (only is { } id) Query.Where(link => link.Id == id);
    }
}
