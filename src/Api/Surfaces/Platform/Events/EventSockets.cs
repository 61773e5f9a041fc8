using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Events;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>The sockets that are open on this node, by user.</summary>
internal sealed class EventSockets(IOptions<EventOptions> options) : IEventAudience
{
    // Read without a lock by the code that raises an event; changed by one at a time.
    private readonly ConcurrentDictionary<UserId, ImmutableArray<EventSocket>> _ofUsers = new();
    private readonly Lock _changing = new();
    private Action<UserId>? _changed;
    private bool _isStopping;

    public IEnumerable<EventSocket> All => _ofUsers.SelectMany(pair => pair.Value);

    public bool HasAdmins => All.Any(socket => socket.IsAdmin);

    public IReadOnlyCollection<UserId> Users => [.. _ofUsers.Keys];

    public bool Hears(LiveEvent happened) => happened is UserEvent ofUser ? Hears(ofUser.User) : !_ofUsers.IsEmpty;

    public bool Hears(UserId user) => _ofUsers.ContainsKey(user);

    public void Listen(Action<UserId> changed)
    {
        lock (_changing) _changed += changed;
    }

    /// <summary>A place for one more socket, which must be given back. RateLimited: the user has as many as may be.</summary>
    public Result<EventSocket> Admit(Authority authority)
    {
        var limit = options.Value.SocketsPerUser;
        lock (_changing)
        {
            var own = _ofUsers.GetValueOrDefault(authority.User, []);
            if (own.Length >= limit) return SocketErrors.TooManySockets(limit);
            var socket = new EventSocket(authority, options.Value.QueueLength);
            _ofUsers[authority.User] = own.Add(socket);
            if (_isStopping) socket.Close(SocketEnding.ServerStops);
            if (own.IsEmpty || socket.IsAdmin) _changed?.Invoke(authority.User);
            return socket;
        }
    }

    public void Remove(EventSocket socket)
    {
        lock (_changing)
        {
            var rest = _ofUsers.GetValueOrDefault(socket.Authority.User, []).Remove(socket);
            if (rest.IsEmpty) _ofUsers.TryRemove(socket.Authority.User, out _);
            else _ofUsers[socket.Authority.User] = rest;
            if (rest.IsEmpty || socket.IsAdmin) _changed?.Invoke(socket.Authority.User);
        }
    }

    /// <summary>Its session lasts; what its user may do may have changed.</summary>
    public void Confirm(EventSocket socket, Authority authority, DateTimeOffset checkAt)
    {
        var wasAdmin = socket.IsAdmin;
        socket.Confirm(authority, checkAt);
        if (socket.IsAdmin == wasAdmin) return;
        lock (_changing) _changed?.Invoke(authority.User);
    }

    /// <summary>Those whom an event is for.</summary>
    public IEnumerable<EventSocket> For(LiveEvent happened) => happened switch
    {
        UserEvent ofUser => _ofUsers.GetValueOrDefault(ofUser.User, []),
        SystemEvent ofSystem => All.Where(socket => socket.IsAdmin && IsOf(socket.Authority, ofSystem.Tenant)),
        _ => [],
    };

    public void CloseAll()
    {
        lock (_changing) _isStopping = true;
        foreach (var socket in All) socket.Close(SocketEnding.ServerStops);
    }

    private static bool IsOf(Authority authority, TenantId? tenant) =>
        tenant is not { } one || (one == default ? authority.TenantDomain == Tenant.DefaultDomain : authority.Tenant == one);
}
