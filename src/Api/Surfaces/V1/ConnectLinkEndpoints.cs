using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using ModuleX.Domain.ConnectLinks;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Links with which people connect tools on a page of this server.</summary>
internal static class ConnectLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var links = surface.MapGroup("/connect-links");
        var both = links.MapGroup("").RequireLevel(AccessLevel.OrganizationMember).WithMetadata(CallerOfConnections.Owner);
        links.MapPost("", Create).WithName("V1_ConnectLinks_Create").OnceByKey("url")
            .RequireScope(ApiKeyScopes.SessionsWrite).RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("Make a link with which a person connects a tool; the answer is the one time that its address is shown")
            .Produces<NewConnectLinkResponse>(201).Refuses(404, 409);
        both.MapGet("", List).WithName("V1_ConnectLinks_List").RequireScope(ApiKeyScopes.SessionsRead)
            .WithSummary("Links, newest first; they are kept for a day after their end").Produces<CursorPageResponse<ConnectLinkResponse>>();
        both.MapGet("/{link_id}", Get).WithName("V1_ConnectLinks_Get").RequireScope(ApiKeyScopes.SessionsRead)
            .WithSummary("Where a link stands").Produces<ConnectLinkResponse>();
        both.MapDelete("/{link_id}", Revoke).WithName("V1_ConnectLinks_Revoke").RequireScope(ApiKeyScopes.SessionsWrite)
            .WithSummary("Delete a link; what it has connected stays").Produces(204).Refuses(409);
        links.MapPost("/{link_id}/complete", Complete).WithName("V1_ConnectLinks_Complete").RequireScope(ApiKeyScopes.SessionsWrite)
            .WithSummary("Store what an external owner has connected, with the code that came to `return_url`")
            .Produces<ConnectLinkResponse>().Refuses(409);
    }

    private static async Task<IResult> Create(
        CreateConnectLinkRequest body, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new CreateConnectLinkCommand(caller.Caller, body.Owner, body.ToTerms()), cancellationToken);
        return Answer(result, NewConnectLinkResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        ConnectLinkListParameters list, CallerOfConnections caller, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new ListConnectLinksQuery(caller.Caller, OwnerIn(request), list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(ConnectLinkResponse.Of));
    }

    private static async Task<IResult> Get(
        Guid link_id, CallerOfConnections caller, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new GetConnectLinkQuery(caller.Caller, OwnerIn(request), new ConnectLinkId(link_id));
        return Answer(await useCases.SendAsync(query, cancellationToken), ConnectLinkResponse.Of);
    }

    private static async Task<IResult> Revoke(
        Guid link_id, CallerOfConnections caller, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new RevokeConnectLinkCommand(caller.Caller, OwnerIn(request), new ConnectLinkId(link_id));
        return Answer(await useCases.SendAsync(command, cancellationToken), Results.NoContent);
    }

    private static async Task<IResult> Complete(
        Guid link_id, CompleteConnectLinkRequest body, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var command = new CompleteConnectLinkCommand((ConnectionCaller.Service)caller.Caller, new ConnectLinkId(link_id), body.Code);
        return Answer(await useCases.SendAsync(command, cancellationToken), ConnectLinkResponse.Of);
    }

    private static string? OwnerIn(HttpRequest request) => request.Query[CallerOfConnections.Owner.Name].ToString() is { Length: > 0 } owner ? owner : null;
}

internal sealed record ConnectLinkListParameters(CursorParameters Page) : QueryParameters<ConnectLinkListParameters>;
