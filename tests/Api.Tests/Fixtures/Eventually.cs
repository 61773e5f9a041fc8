namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Waits for something that happens by itself, and says what did not.</summary>
internal static class Eventually
{
    /// <summary>Long, for machines with a full load: what comes is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>
    /// For what must be so within a second or two. A busy machine needs longer, so the bounds themselves are tested with clocks that are set;
    /// this one tells what is announced from what is only found when memory is dropped.
    /// </summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <param name="awaited">What is waited for, as the end of "there was no ...".</param>
    /// <param name="limit">Null for what must be so soon.</param>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> SoAsync(string awaited, Func<Task<bool>> isSo, TimeSpan? limit = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        var timeout = limit ?? Soon;
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > timeout) throw new TimeoutException($"There was no {awaited} within {timeout}.");
            await Task.Delay(Pause);
        }
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Waits for what takes a moment, such as records that are written in batches.</summary>
    /// <param name="awaited">As the end of "there was no ...".</param>
    public static Task BecomesAsync(Func<Task<bool>> isSo, string awaited) => SoAsync(awaited, isSo, Patience);

    /// <summary>Waits for a task.</summary>
    public static async Task ComesAsync(this Task task, string awaited, TimeSpan timeout)
    {
        if (await Task.WhenAny(task, Task.Delay(timeout)) != task) throw new TimeoutException($"There was no {awaited} within {timeout}.");
        await task;
    }
}
