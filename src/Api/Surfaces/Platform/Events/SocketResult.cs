using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting.Records;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Upgrades the connection and holds it until the socket ends.</summary>
internal sealed class SocketResult(EventSocket socket, EventSockets sockets) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (socket)
        {
            try
            {
                var heartbeat = httpContext.RequestServices.GetRequiredService<IOptions<EventOptions>>().Value.Heartbeat;
                using var connection = await httpContext.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
                {
                    SubProtocol = httpContext.WebSockets.WebSocketRequestedProtocols.Count > 0 ? SocketCaller.Protocol : null,
                    KeepAliveInterval = heartbeat,
                    KeepAliveTimeout = heartbeat,
                });
                httpContext.NoteAnswered();
                await socket.RunAsync(connection, httpContext.RequestAborted);
            }
            finally
            {
                sockets.Remove(socket);
            }
        }
    }
}
