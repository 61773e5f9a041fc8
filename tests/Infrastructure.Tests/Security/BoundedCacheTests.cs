using System.Runtime.CompilerServices;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class BoundedCacheTests
{
    [Fact]
    public void It_never_holds_more_than_it_may()
    {
        var cache = new BoundedCache<int, string>(100);

        for (var number = 0; number < 10_000; number++) cache.Set(number, "x");

        cache.Count.ShouldBeInRange(80, 100);
        cache.TryGet(9999, out _).ShouldBeTrue();
    }

    [Fact]
    public void What_is_used_stays()
    {
        var cache = new BoundedCache<int, string>(100);
        cache.Set(-1, "used");

        for (var number = 0; number < 1000; number++)
        {
            cache.Set(number, "x");
            cache.TryGet(-1, out _);
        }

        cache.TryGet(-1, out var value).ShouldBeTrue();
        value.ShouldBe("used");
    }

    [Fact]
    public void What_is_removed_is_gone()
    {
        var cache = new BoundedCache<int, string>(10);
        cache.Set(1, "a");
        cache.Set(2, "b");

        cache.Remove(1).ShouldBeTrue();
        cache.RemoveWhere(value => value == "b");

        cache.Count.ShouldBe(0);
    }

    [Fact]
    public void What_is_removed_is_not_kept_in_memory()
    {
        var cache = new BoundedCache<int, object>(10);
        var value = Added(cache);

        cache.Remove(1);
        GC.Collect();

        value.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Added(BoundedCache<int, object> cache)
    {
        var value = new object();
        cache.Set(1, value);
        return new WeakReference(value);
    }
}
