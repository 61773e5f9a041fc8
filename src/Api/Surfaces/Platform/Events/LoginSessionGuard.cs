using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>
/// Closes sockets whose login session has ended. A socket outlives the request that was admitted, so it is asked again whenever a change is
/// announced, and when a session may have ended by itself.
/// </summary>
internal sealed class LoginSessionGuard(EventSockets sockets, ILoginSessionStandings standings, TimeProvider time, ILogger<LoginSessionGuard> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // Closed at the next look: that the session ended is told first, and that is on its way.
    private readonly List<EventSocket> _ended = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        standings.Listen(Doubt);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            _ended.ForEach(static socket => socket.Close(SocketEnding.SessionEnded));
            _ended.Clear();
            var now = time.GetUtcNow();
            foreach (var ofSession in sockets.All.Where(socket => socket.IsDoubtedAt(now))
                .ToLookup(socket => (socket.Authority.Tenant, socket.Authority.Session)))
                await CheckAsync(ofSession.Key, [.. ofSession], stoppingToken);
        }
    }

    private async Task CheckAsync((TenantId Tenant, LoginSessionId Session) key, IReadOnlyList<EventSocket> ofSession, CancellationToken cancellationToken)
    {
        foreach (var socket in ofSession) socket.BeginCheck();
        try
        {
            var standing = await standings.FindAsync(key.Tenant, key.Session, cancellationToken);
            foreach (var socket in ofSession)
            {
                if (standing is null) _ended.Add(socket);
                else sockets.Confirm(socket, standing.Authority, standing.CheckAt);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(exception, "Could not look whether session {Session} lasts; it is tried again", key.Session);
            foreach (var socket in ofSession) socket.Doubt();
        }
    }

    private void Doubt(Guid? subject)
    {
        foreach (var socket in sockets.All)
        {
            if (subject is not { } id || Concerns(socket.Authority, id)) socket.Doubt();
        }
    }

    private static bool Concerns(Authority authority, Guid subject) =>
        authority.Session.Value == subject || authority.User.Value == subject || authority.Tenant.Value == subject;
}
