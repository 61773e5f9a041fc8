using ModuleX.Domain.Results;
using ModuleX.Silo.Hosting;

namespace ModuleX.Silo.Adapters;

/// <summary>
/// Asks grains. A silo that has died is known to be dead only after some seconds; until then what was asked of it is asked again, so that a person sees a
/// delay and not a failure.
/// </summary>
internal sealed partial class GrainCalls(TimeProvider time, ILogger<GrainCalls> logger)
{
    /// <summary>For the whole call, retries included. Longer than a token endpoint may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>For what may be asked twice. Unavailable: no silo answered in time.</summary>
    public async Task<Result<T>> AskAsync<T>(Func<Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var left = Patience - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return ClusterErrors.SiloLost;
            try
            {
                MessageDeadline.Set(time.GetUtcNow() + left);
                return await ask().WaitAsync(left, time, cancellationToken);
            }
            catch (Exception exception) when (IsOfTheCluster(exception))
            {
                LogLost(logger, exception.GetType().Name, exception.Message);
            }
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>For what must not be done twice: asked again only where the message was refused, never where it may have arrived.</summary>
    public async Task<Result<T>> AskOnceAsync<T>(Func<Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            // It may take longer; it must not begin later.
            MessageDeadline.Set(time.GetUtcNow() + Patience);
            return await ask().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (IsOfTheCluster(exception))
        {
            LogLost(logger, exception.GetType().Name, exception.Message);
            return ClusterErrors.RunLost;
        }
    }

    /// <summary>The silo is gone or going, or the way to it. Whatever a grain itself throws has become a result before it leaves its silo.</summary>
    private static bool IsOfTheCluster(Exception exception) => exception is OrleansException or TimeoutException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A silo did not answer: {Kind}: {Reason}")]
    private static partial void LogLost(ILogger logger, string kind, string reason);
}
