using System.Diagnostics.CodeAnalysis;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security;

/// <summary>
/// What was read from the database and hangs on who may do what, in memory: forgotten when a change is announced, and believed only while changes
/// are watched for.
/// </summary>
internal sealed class WatchedCache<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly BoundedCache<TKey, TValue> _entries;
    private readonly Func<TValue, Guid, bool> _concerns;
    private readonly AccessWatch _watch;
    private long _forgets;

    /// <param name="concerns">Whether a change of this subject concerns the value: a login session, a user, an organization or a tenant.</param>
    public WatchedCache(int capacity, Func<TValue, Guid, bool> concerns, AccessNotices notices, AccessWatch watch)
    {
        _entries = new(capacity);
        _concerns = concerns;
        _watch = watch;
        notices.Listen(Forget, ForgetAll);
    }

    /// <summary>Counts what was forgotten; see <see cref="Keep"/>.</summary>
    public long Forgets => Volatile.Read(ref _forgets);

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = null;
        return _watch.IsOn && _entries.TryGet(key, out value);
    }

    /// <summary>Keeps what was read, unless something was forgotten while it was being read: it may be that which was read too early.</summary>
    /// <param name="forgets">What <see cref="Forgets"/> was before the reading began.</param>
    public void Keep(TKey key, TValue value, long forgets)
    {
        if (forgets != Forgets) return;
        _entries.Set(key, value);
        if (forgets != Forgets) _entries.Remove(key);
    }

    /// <summary>Forgets everything that a change concerns.</summary>
    public void Forget(Guid subject)
    {
        Interlocked.Increment(ref _forgets);
        _entries.RemoveWhere(value => _concerns(value, subject));
    }

    private void ForgetAll()
    {
        Interlocked.Increment(ref _forgets);
        _entries.RemoveWhere(_ => true);
    }
}
