using System.Diagnostics;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Waits for what another thread or process does.</summary>
internal static class Eventually
{
    public static async Task<TimeSpan> IsTrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (limit ?? TimeSpan.FromSeconds(60))) throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:0.0} s for: {what}");
            await Task.Delay(20);
        }
        return watch.Elapsed;
    }
}
