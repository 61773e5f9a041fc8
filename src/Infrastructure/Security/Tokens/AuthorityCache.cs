using System.Diagnostics.CodeAnalysis;
using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence.Work;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>
/// What the bearers of tokens that were checked may do. Believed only while the watcher of changes keeps reporting; where it falls silent, every request
/// asks the database, since a session may have ended unseen.
/// </summary>
internal sealed class AuthorityCache
{
    private const int Capacity = 20_000;

    /// <summary>How long after the watcher's last report memory is believed.</summary>
    private static readonly TimeSpan SilenceAllowed = TimeSpan.FromSeconds(2);

    private readonly BoundedCache<TokenHash, CheckedToken> _tokens = new(Capacity);
    private readonly TimeProvider _time;
    private long _reportedAt;
    private long _forgets;

    public AuthorityCache(AccessNotices notices, TimeProvider time)
    {
        _time = time;
        notices.Listen(Forget);
    }

    /// <summary>Counts what was forgotten; see <see cref="Keep"/>.</summary>
    public long Forgets => Volatile.Read(ref _forgets);

    public bool TryGet(TokenHash token, [NotNullWhen(true)] out Authority? authority)
    {
        authority = null;
        if (!IsWatched() || !_tokens.TryGet(token, out var found)) return false;
        if (found.ExpiresAt <= _time.GetUtcNow()) return false;
        authority = found.Authority;
        return true;
    }

    /// <summary>Keeps what was read, unless something was forgotten while it was being read: it may be that which was read too early.</summary>
    /// <param name="forgets">What <see cref="Forgets"/> was before the reading began.</param>
    public void Keep(TokenHash token, CheckedToken checkedToken, long forgets)
    {
        if (forgets != Forgets) return;
        _tokens.Set(token, checkedToken);
        if (forgets != Forgets) _tokens.Remove(token);
    }

    /// <summary>Forgets everybody whom a change concerns.</summary>
    /// <param name="subject">The id of a login session, a user, an organization or a tenant.</param>
    public void Forget(Guid subject)
    {
        Interlocked.Increment(ref _forgets);
        _tokens.RemoveWhere(token => token.Concerns(subject));
    }

    /// <summary>Forgets everybody: changes may have gone unseen.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _forgets);
        _tokens.RemoveWhere(_ => true);
    }

    /// <summary>The watcher's report: every change before this moment was forgotten.</summary>
    public void Report(long beganAt) => Volatile.Write(ref _reportedAt, beganAt);

    private bool IsWatched() => Volatile.Read(ref _reportedAt) is not 0 and var reportedAt && _time.GetElapsedTime(reportedAt) < SilenceAllowed;
}

/// <summary>A token whose signature and claims are right, and what its bearer may do.</summary>
internal sealed record CheckedToken(Authority Authority, DateTimeOffset ExpiresAt)
{
    public bool Concerns(Guid subject) =>
        Authority.Session.Value == subject || Authority.User.Value == subject || Authority.Tenant.Value == subject || Authority.Organizations.ContainsKey(new OrganizationId(subject));
}
