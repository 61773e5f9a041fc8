using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Accounts of tools that people have connected, and those that an organization shares.</summary>
internal static class ConnectionEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var connections = surface.MapGroup("/connections");
        connections.MapPost("", Create).WithName("V1_Connections_Create").OnceByKey().ForOwners(ApiKeyScopes.SessionsWrite)
            .WithSummary("Connect an account of a tool: with credentials at once, or by OAuth, which answers a URL for the person")
            .Produces<CreatedConnectionResponse>(201).Refuses(404, 409, 502);
        connections.MapGet("", List).WithName("V1_Connections_List").ForOwners(ApiKeyScopes.SessionsRead)
            .WithSummary("Connections, newest first").Produces<CursorPageResponse<ConnectionResponse>>().Refuses(404);
        connections.MapGet("/{connection_id}", Get).WithName("V1_Connections_Get").ForOwners(ApiKeyScopes.SessionsRead)
            .WithSummary("One connection").Produces<ConnectionResponse>();
        connections.MapPatch("/{connection_id}", Change).WithName("V1_Connections_Update").ForOwners(ApiKeyScopes.SessionsWrite)
            .WithSummary("Name it, make it the default, switch it or its actions, or say who may use it").Produces<ConnectionResponse>().Refuses(409);
        connections.MapDelete("/{connection_id}", Delete).WithName("V1_Connections_Delete").ForOwners(ApiKeyScopes.SessionsWrite)
            .WithSummary("Delete all that is stored of it, and revoke its tokens where that is possible").Produces(204).Refuses(409);
        connections.MapPost("/{connection_id}/check", Check).WithName("V1_Connections_Check").ForOwners(ApiKeyScopes.SessionsWrite)
            .WithSummary("Try it at its service now").Produces<ConnectionResponse>();
        connections.MapPost("/{connection_id}/request", Send).WithName("V1_Connections_Request").ForOwners(ApiKeyScopes.RequestsRaw)
            .WithMetadata(IdempotencyHeader.Parameter)
            .WithSummary("Send any request to the tool's own server with its credential; a person needs the permission connection:request")
            .Produces<RawRequestResponse>().Refuses(409, 502, 504);
    }

    private static async Task<IResult> Create(
        CreateConnectionRequest body, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller), cancellationToken);
        return Answer(result, CreatedConnectionResponse.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(
        ConnectionListParameters list, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        var query = new ListConnectionsQuery(caller.Caller, list.Owner, list.Tool, list.Page.ToRequest());
        return Answer(await useCases.SendAsync(query, cancellationToken), page => page.ToWire(ConnectionResponse.Of));
    }

    private static async Task<IResult> Get(Guid connection_id, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetConnectionQuery(caller.Caller, connection_id), cancellationToken), ConnectionResponse.Of);
    }

    private static async Task<IResult> Change(
        Guid connection_id, UpdateConnectionRequest body, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(body.ToCommand(caller.Caller, connection_id), cancellationToken), ConnectionResponse.Of);
    }

    private static async Task<IResult> Delete(Guid connection_id, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new DeleteConnectionCommand(caller.Caller, connection_id), cancellationToken), Results.NoContent);
    }

    private static async Task<IResult> Check(Guid connection_id, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new CheckConnectionCommand(caller.Caller, connection_id), cancellationToken), ConnectionResponse.Of);
    }

    private static async Task<IResult> Send(
        Guid connection_id, RawRequestBody body, CallerOfConnections caller, HttpContext context, IUseCases useCases, CancellationToken cancellationToken)
    {
        context.NoteAction(RawRequest.ActionName);
        var command = new SendRawRequestCommand(caller.Caller, connection_id, body.ToRequest(), IdempotencyHeader.In(context.Request));
        return Answer(await useCases.SendAsync(command, cancellationToken), run => new RawRequestResult(run));
    }
}

internal sealed record ConnectionListParameters(
    [MaxLength(128)] string? Owner, [MaxLength(64)] string? Tool,
    CursorParameters Page) : QueryParameters<ConnectionListParameters>;
