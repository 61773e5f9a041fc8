using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Surfaces.Platform.Events;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Events as they happen, document 5's WebSocket.</summary>
internal static class SocketEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapGet("/ws", Open).WithName("Platform_Events_Open").RequireLevel(AccessLevel.User).WithMetadata(SocketCaller.Instance)
            .WithSummary(
                "Opens a WebSocket (RFC 6455) that tells SystemEvent and UserEvent as they happen; the subprotocols modulex and bearer.<token>, or ?ticket=")
            .Produces(101).Refuses(400);
        // The same over HTTP/2 (RFC 8441), which browsers choose by themselves.
        surface.MapMethods("/ws", [HttpMethods.Connect], Open).WithName("Platform_Events_Connect").RequireLevel(AccessLevel.User).AllowViewers()
            .WithMetadata(SocketCaller.Instance).ExcludeFromDescription();
        surface.MapPost("/ws/ticket", CreateTicket).WithName("Platform_Tickets_Create").RequireLevel(AccessLevel.User).AllowViewers()
            .WithSummary("A ticket that opens one WebSocket within 30 seconds")
            .Produces<TicketResponse>(201);
    }

    private static IResult Open(CallerOfRequest request, EventSockets sockets) =>
        sockets.Admit(request.Caller.Authority).Failed(out var error, out var socket) ? error.ToResult() : new SocketResult(socket, sockets);

    private static IResult CreateTicket(CallerOfRequest request, SocketTickets tickets) =>
        tickets.Issue(request.Caller.Authority).Failed(out var error, out var ticket)
            ? error.ToResult()
            : Results.Json(new TicketResponse(ticket, (int)SocketTickets.Lifetime.TotalSeconds), statusCode: StatusCodes.Status201Created);
}
