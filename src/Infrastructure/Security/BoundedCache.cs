using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BitFaster.Caching.Lru;

namespace ModuleX.Infrastructure.Security;

/// <summary>
/// A map that never holds more than <paramref name="capacity"/> entries; those that are used stay. Reading takes no lock and allocates nothing.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    // The library keeps what was removed until others take its place in the queue. The key of a deleted tenant must not wait for that, so boxes are emptied.
    private readonly FastConcurrentLru<TKey, StrongBox<TValue?>> _entries = new(capacity);

    public int Count => _entries.Count;

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = _entries.TryGet(key, out var box) ? box.Value : null;
        return value is not null;
    }

    public void Set(TKey key, TValue value) => _entries.AddOrUpdate(key, new(value));

    public bool Remove(TKey key)
    {
        if (!_entries.TryRemove(key, out var box)) return false;
        box.Value = null;
        return true;
    }

    /// <summary>Removes every entry that is meant; it looks at all of them.</summary>
    public void RemoveWhere(Predicate<TValue> isMeant)
    {
        foreach (var (key, box) in _entries)
        {
            if (box.Value is { } value && isMeant(value)) Remove(key);
        }
    }
}
