using ModuleX.Application.Events;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Identity;

/// <summary>Ending login sessions, so that every node refuses their tokens within a second.</summary>
internal static class LoginSessionEndings
{
    /// <param name="reason">Of <see cref="LoginEndings"/>.</param>
    public static void End(this IUnitOfWork work, LoginSession session, string reason, DateTimeOffset now)
    {
        session.End(reason, now);
        work.Tell(UserEvent.OfSession(session, reason == LoginEndings.IdleTimeout ? LoginSessionFacts.TimedOut : LoginSessionFacts.Ended));
        work.Announce(session.Id.Value);
    }

    /// <summary>Ends all sessions of a user. A login at the same time waits, and is then judged anew.</summary>
    public static async Task EndAllAsync(this IUnitOfWork work, UserId user, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await work.Users.HoldAsync(user, cancellationToken);
        foreach (var session in await work.Logins.ListLiveAsync(user, now, cancellationToken))
        {
            session.End(reason, now);
            work.Tell(UserEvent.OfSession(session, LoginSessionFacts.Ended));
        }
        work.Announce(user.Value);
    }
}
