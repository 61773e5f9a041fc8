using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Tickets for clients that can send nothing but an address. One may end up in a log, so it is good for half a minute and one socket; only its hash
/// is kept, in this process: another node does not know it.
/// </summary>
internal sealed class SocketTickets(ILoginSessionStandings standings, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private const int Capacity = 10_000;
    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, Ticket> _tickets = new();

    /// <summary>RateLimited: too many wait to be used.</summary>
    public Result<string> Issue(Authority authority)
    {
        var now = time.GetUtcNow();
        if (_tickets.Count >= Capacity) Sweep(now);
        if (_tickets.Count >= Capacity) return SocketErrors.TooManyTickets;
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        _tickets[HashOf(text)] = new(authority.Tenant, authority.Session, now + Lifetime);
        return text;
    }

    /// <summary>What the one who got the ticket may do now. Unauthenticated: unknown, used or expired, or the session has ended meanwhile.</summary>
    public async ValueTask<Result<Authority>> RedeemAsync(string text, CancellationToken cancellationToken)
    {
        // Taken before it is judged: no ticket is tried twice.
        if (!_tickets.TryRemove(HashOf(text), out var ticket) || ticket.ExpiresAt <= time.GetUtcNow()) return SocketErrors.TicketInvalid;
        return await standings.FindAsync(ticket.Tenant, ticket.Session, cancellationToken) is { } standing ? standing.Authority : SocketErrors.TicketInvalid;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (hash, ticket) in _tickets)
        {
            if (ticket.ExpiresAt <= now) _tickets.TryRemove(hash, out _);
        }
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Ticket(TenantId Tenant, LoginSessionId Session, DateTimeOffset ExpiresAt);
}
