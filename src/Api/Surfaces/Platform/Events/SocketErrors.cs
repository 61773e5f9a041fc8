using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Why a socket is not opened.</summary>
internal static class SocketErrors
{
    /// <summary>Addresses are written into logs and histories, where a token must not be.</summary>
    public static Error TokenInAddress { get; } = RequestErrors.Invalid(
        "A token must not be in the address: send the subprotocols modulex and bearer.<token>, or a ticket from POST /api/ws/ticket");

    public static Error NoSocket { get; } = RequestErrors.Invalid("This address is for WebSocket connections");

    public static Error ProtocolMissing { get; } = RequestErrors.Invalid("Sec-WebSocket-Protocol must offer modulex beside bearer.<token>");

    public static Error OriginRefused { get; } = new(ErrorKind.Forbidden, "origin_refused", "Pages of this origin may not open a WebSocket here");

    public static Error TicketInvalid { get; } = new(ErrorKind.Unauthenticated, "ticket_invalid", "The ticket is invalid, expired or used");

    public static Error TooManyTickets { get; } = new(ErrorKind.RateLimited, "too_many_tickets", "Too many tickets wait to be used")
        { RetryAfter = SocketTickets.Lifetime };

    public static Error TooManySockets(int limit) => new(ErrorKind.RateLimited, "too_many_sockets", $"A user may have {limit} WebSocket connections at a time");
}
