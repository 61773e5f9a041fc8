using System.Diagnostics;

namespace ModuleX.Tests.Shared;

/// <summary>Waits with an end, and says what was awaited when it comes to that.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public static async Task<T> ForAsync<T>(Task<T> task, string what)
    {
        await ForAsync((Task)task, what);
        return await task;
    }

    public static async Task ForAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds} s in vain for: {what}.", exception);
        }
    }

    /// <summary>For events that are not announced, such as a file that a watcher will see.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            if (watch.Elapsed > Limit) throw new TimeoutException($"Waited {Limit.TotalSeconds} s in vain until: {what}.");
            await Task.Delay(Step);
        }
    }
}
