using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Connections, newest first. A backend that names no owner sees those of all external owners of its organization, and what that shares; a person sees the own
/// ones and the shared ones that the person may use.
/// </summary>
/// <param name="Owner">See <see cref="ConnectionAccess.OwnerOfAsync"/>.</param>
/// <param name="Tool">Null for every tool.</param>
public sealed record ListConnectionsQuery(ConnectionCaller Caller, string? Owner, string? Tool, CursorRequest Page) : IQuery<CursorPage<ConnectionView>>;

/// <summary>One connection. NotFound: there is none, or none that the caller may see.</summary>
public sealed record GetConnectionQuery(ConnectionCaller Caller, Guid Connection) : IQuery<ConnectionView>;

internal sealed class ListConnectionsHandler(ConnectionAccess access, IConnectionReader connections)
    : IQueryHandler<ListConnectionsQuery, CursorPage<ConnectionView>>
{
    public async Task<Result<CursorPage<ConnectionView>>> Handle(ListConnectionsQuery query, CancellationToken cancellationToken)
    {
        if ((await FilterOfAsync(query, cancellationToken)).Failed(out var error, out var filter)) return error;
        var page = await connections.ListAsync(query.Caller.Tenant, filter, query.Page, cancellationToken);
        // A page may so have fewer items than were asked for, and still a next one.
        return new CursorPage<ConnectionView>([.. page.Items.Where(item => MaySee(query.Caller, item.Session)).Select(access.ViewOf)], page.Next);
    }

    private async Task<Result<ConnectionFilter>> FilterOfAsync(ListConnectionsQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        if (caller is ConnectionCaller.Service && query.Owner is null) return new ConnectionFilter([], caller.Organization, query.Tool);
        if ((await access.OwnerOfAsync(caller, query.Owner, cancellationToken)).Failed(out var error, out var owner)) return error;
        return new ConnectionFilter(query.Owner is null ? [owner, OwnerId.Organization(caller.Organization)] : [owner], null, query.Tool);
    }

    private static bool MaySee(ConnectionCaller caller, ToolSessionSnapshot session) =>
        !session.Id.Owner.IsOrganization || ConnectionAccess.Admits(caller, session);
}

internal sealed class GetConnectionHandler(ConnectionAccess access) : IQueryHandler<GetConnectionQuery, ConnectionView>
{
    public async Task<Result<ConnectionView>> Handle(GetConnectionQuery query, CancellationToken cancellationToken) =>
        (await access.FindAsync(query.Caller, query.Connection, cancellationToken)).Failed(out var error, out var found) ? error : access.ViewOf(found);
}
