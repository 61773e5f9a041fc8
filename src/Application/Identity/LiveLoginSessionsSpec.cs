using Ardalis.Specification;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Identity;

/// <summary>The login sessions of a user that have neither ended nor expired, the last used first.</summary>
internal sealed class LiveLoginSessionsSpec : Specification<LoginSession>
{
    public LiveLoginSessionsSpec(UserId user, DateTimeOffset now) => Query
        .Where(session => session.UserId == user && session.EndedAt == null && session.ExpiresAt > now)
        .OrderByDescending(session => session.LastActivityAt).ThenByDescending(session => session.Id);
}
