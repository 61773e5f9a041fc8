using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Events;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Gives out tickets to those who are signed in, and takes them in their place.</summary>
internal sealed class SocketTickets(IssuedTickets issued, ILoginSessionStandings standings)
{
    public static TimeSpan Lifetime => IssuedTickets.Lifetime;

    /// <summary>RateLimited: too many wait to be used.</summary>
    public Result<string> Issue(Authority authority) =>
        issued.Issue(new(authority.Tenant, authority.Session)) is { } text ? text : SocketErrors.TooManyTickets;

    /// <summary>What the one who got the ticket may do now. Unauthenticated: unknown, used or expired, or the session has ended meanwhile.</summary>
    public async ValueTask<Result<Authority>> RedeemAsync(string text, CancellationToken cancellationToken)
    {
        if (await issued.TakeAsync(text, cancellationToken) is not { } ticket) return SocketErrors.TicketInvalid;
        return await standings.FindAsync(ticket.Tenant, ticket.Session, cancellationToken) is { } standing ? standing.Authority : SocketErrors.TicketInvalid;
    }
}
