using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ModuleX.Infrastructure.Events;

/// <summary>
/// Tickets for clients that can send nothing but an address. One may end up in a log, so it is good for half a minute and one socket; only its hash
/// is kept, in this process. Another node asks for it, by the hash alone.
/// </summary>
public sealed class IssuedTickets(ITicketNodes nodes, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private const int Capacity = 10_000;
    private const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, Issued> _tickets = new();
    private readonly int _length = nodes.Mark.Length + Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>Null: too many wait to be used.</summary>
    public string? Issue(SocketTicket ticket)
    {
        var now = time.GetUtcNow();
        if (_tickets.Count >= Capacity) Sweep(now);
        if (_tickets.Count >= Capacity) return null;
        var text = nodes.Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        _tickets[HashOf(text)] = new(ticket, now + Lifetime);
        return text;
    }

    /// <summary>Takes a ticket of any node, once. Null: unknown, used or expired.</summary>
    public async ValueTask<SocketTicket?> TakeAsync(string text, CancellationToken cancellationToken)
    {
        // No other node is asked for what can't be a ticket.
        if (text.Length != _length) return null;
        var (mark, hash) = (text[..nodes.Mark.Length], HashOf(text));
        return mark == nodes.Mark ? TakeOwn(hash) : await nodes.TakeAsync(mark, hash, cancellationToken);
    }

    /// <summary>Takes a ticket that this node issued, once. Null: unknown, used or expired.</summary>
    public SocketTicket? TakeOwn(string hash) =>
        // Removed before it is judged: no ticket is tried twice.
        _tickets.TryRemove(hash, out var issued) && issued.ExpiresAt > time.GetUtcNow() ? issued.Ticket : null;

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (hash, issued) in _tickets)
        {
            if (issued.ExpiresAt <= now) _tickets.TryRemove(hash, out _);
        }
    }

    private static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Issued(SocketTicket Ticket, DateTimeOffset ExpiresAt);
}
