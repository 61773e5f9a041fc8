using System.Diagnostics.CodeAnalysis;
using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>
/// What the bearers of tokens that were checked may do. Believed only while the watcher of changes keeps reporting; where it falls silent, every request
/// asks the database, since a session may have ended unseen.
/// </summary>
internal sealed class AuthorityCache(AccessNotices notices, AccessWatch watch, TimeProvider time)
{
    private const int Capacity = 20_000;

    private readonly WatchedCache<TokenHash, CheckedToken> _tokens = new(Capacity, static (token, subject) => token.Concerns(subject), notices, watch);

    /// <inheritdoc cref="WatchedCache{TKey,TValue}.Forgets"/>
    public long Forgets => _tokens.Forgets;

    public bool TryGet(TokenHash token, [NotNullWhen(true)] out Authority? authority)
    {
        authority = _tokens.TryGet(token, out var found) && found.TryUse(time.GetUtcNow()) ? found.Authority : null;
        return authority is not null;
    }

    /// <inheritdoc cref="WatchedCache{TKey,TValue}.Keep"/>
    public void Keep(TokenHash token, CheckedToken checkedToken, long forgets) => _tokens.Keep(token, checkedToken, forgets);

    /// <summary>Forgets everybody whom a change concerns.</summary>
    /// <param name="subject">The id of a login session, a user, an organization or a tenant.</param>
    public void Forget(Guid subject) => _tokens.Forget(subject);
}

/// <summary>A token whose signature and claims are right, and what its bearer may do.</summary>
/// <param name="IdleLimit">How long it is believed without being used; null for as long as it lasts.</param>
internal sealed record CheckedToken(Authority Authority, DateTimeOffset ExpiresAt, TimeSpan? IdleLimit = null)
{
    private long _usedAt;

    /// <summary>
    /// Notes that it is used now. False where it has ended, or was left alone for so long that the database has to say whether its session was, too.
    /// </summary>
    public bool TryUse(DateTimeOffset now)
    {
        if (ExpiresAt <= now) return false;
        if (IdleLimit is not { } limit) return true;
        var before = Volatile.Read(ref _usedAt);
        if (before != 0 && now.UtcTicks - before > limit.Ticks) return false;
        // To a second: written by every request, one word would be fought over by all cores.
        if (now.UtcTicks - before >= TimeSpan.TicksPerSecond) Volatile.Write(ref _usedAt, now.UtcTicks);
        return true;
    }

    public bool Concerns(Guid subject) =>
        Authority.Session.Value == subject || Authority.User.Value == subject || Authority.Tenant.Value == subject
            || Authority.Organizations.ContainsKey(new OrganizationId(subject));
}
