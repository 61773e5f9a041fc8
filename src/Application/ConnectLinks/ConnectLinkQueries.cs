using Ardalis.Specification;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>One link. NotFound: there is none, or it is not one of those that the caller lists.</summary>
/// <param name="Owner">As in <see cref="ListConnectLinksQuery"/>.</param>
public sealed record GetConnectLinkQuery(ConnectionCaller Caller, string? Owner, ConnectLinkId Link) : IQuery<ConnectLinkView>;

/// <summary>The links that a caller can see, the newest first: those for a service's external owners, or those for a person.</summary>
/// <param name="Owner">As in <see cref="CreateConnectLinkCommand"/>; null for all external owners of a service, and for the person who calls.</param>
public sealed record ListConnectLinksQuery(ConnectionCaller Caller, string? Owner, CursorRequest Page) : IQuery<CursorPage<ConnectLinkView>>;

internal sealed class GetConnectLinkHandler(IReader<ConnectLink> links, LinkOwners owners, TimeProvider time)
    : IQueryHandler<GetConnectLinkQuery, ConnectLinkView>
{
    public async Task<Result<ConnectLinkView>> Handle(GetConnectLinkQuery query, CancellationToken cancellationToken)
    {
        if ((await owners.ScopeAsync(query.Caller, query.Owner, cancellationToken)).Failed(out var error, out var scope)) return error;
        return await links.FindAsync(query.Caller.Tenant, new ConnectLinkSpec(query.Link), cancellationToken) is { } link && scope.Reaches(link)
            ? ConnectLinkView.Of(link, time.GetUtcNow()) : ConnectLinkErrors.NotFound;
    }
}

internal sealed class ListConnectLinksHandler(IReader<ConnectLink> links, LinkOwners owners, TimeProvider time)
    : IQueryHandler<ListConnectLinksQuery, CursorPage<ConnectLinkView>>
{
    public async Task<Result<CursorPage<ConnectLinkView>>> Handle(ListConnectLinksQuery query, CancellationToken cancellationToken)
    {
        if ((await owners.ScopeAsync(query.Caller, query.Owner, cancellationToken)).Failed(out var error, out var scope)) return error;
        var read = await links.ListAsync(query.Caller.Tenant, new ConnectLinksSpec(scope, query.Page), cancellationToken);
        return CursorPage<ConnectLink>.Of(read, query.Page, link => new Cursor(link.CreatedAt, link.Id.Value))
            .Select(link => ConnectLinkView.Of(link, time.GetUtcNow()));
    }
}

/// <summary>The links that a caller can see.</summary>
/// <param name="Owner">Null for every external owner of the organization.</param>
internal sealed record ConnectLinkScope(OrganizationId Organization, OwnerId? Owner)
{
    public bool Reaches(ConnectLink link) => link.OrganizationId == Organization
        && (Owner is { } owner ? link.Owner == owner.Value : link.Owner.StartsWith(OwnerId.PrefixOf(Organization), StringComparison.Ordinal));
}

/// <summary>The links of a scope, the newest first.</summary>
internal sealed class ConnectLinksSpec : Specification<ConnectLink>
{
    public ConnectLinksSpec(ConnectLinkScope scope, CursorRequest page)
    {
        var organization = scope.Organization;
        var (owner, prefix) = (scope.Owner?.Value, OwnerId.PrefixOf(organization));
        Query.Where(link => link.OrganizationId == organization);
        if (owner is null) Query.Where(link => link.Owner.StartsWith(prefix));
        else Query.Where(link => link.Owner == owner);
        if (page.After is var (at, id))
        {
            var last = new ConnectLinkId(id);
            Query.Where(link => link.CreatedAt < at || (link.CreatedAt == at && link.Id.CompareTo(last) < 0));
        }
        Query.OrderByDescending(link => link.CreatedAt).ThenByDescending(link => link.Id).Take(page.Read);
    }
}

internal sealed class ConnectLinkSpec : Specification<ConnectLink>
{
    public ConnectLinkSpec(ConnectLinkId id) => Query.Where(link => link.Id == id);
}
