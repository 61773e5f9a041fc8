using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Who opens a socket. Browsers can't send a header with it, so the token comes as a subprotocol, which is in no log and no history, or a ticket
/// comes in the address. All is judged before the connection is upgraded.
/// </summary>
internal sealed class SocketCaller : ICallerSource
{
    /// <summary>The subprotocol that is answered; the one with the token never is.</summary>
    public const string Protocol = "modulex";

    private const string TokenProtocol = "bearer.";
    private const string HeaderScheme = "Bearer ";

    public static SocketCaller Instance { get; } = new();

    public ValueTask<Result<Authority>> FindAsync(HttpContext context, Func<string, ValueTask<Result<Authority>>> byToken)
    {
        if (Refuse(context) is { } refusal) return new(refusal);
        if (TokenOf(context) is { } token) return byToken(token);
        var rates = context.RequestServices.GetRequiredService<RateLimits>();
        if (context.Request.Query["ticket"] is not [{ Length: > 0 } ticket]) return new(rates.Anonymous(context) ?? IdentityErrors.TokenMissing);
        var tickets = context.RequestServices.GetRequiredService<SocketTickets>();
        return new(rates.LookUpAsync(context, () => tickets.RedeemAsync(ticket, context.RequestAborted)));
    }

    private static Error? Refuse(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("access_token") || context.Request.Query.ContainsKey("token")) return SocketErrors.TokenInAddress;
        if (!context.WebSockets.IsWebSocketRequest) return SocketErrors.NoSocket;
        if (!context.RequestServices.GetRequiredService<OriginRule>().Allows(context.Request)) return SocketErrors.OriginRefused;
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        return offered.Count > 0 && !offered.Contains(Protocol) ? SocketErrors.ProtocolMissing : null;
    }

    private static string? TokenOf(HttpContext context)
    {
        if (context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault(one => one.StartsWith(TokenProtocol,
            StringComparison.Ordinal)) is { } offered) return offered[TokenProtocol.Length..];
        return context.Request.Headers.Authorization is [{ } header] && header.StartsWith(HeaderScheme, StringComparison.OrdinalIgnoreCase)
            ? header[HeaderScheme.Length..].Trim() : null;
    }
}
