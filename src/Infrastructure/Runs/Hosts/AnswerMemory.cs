using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>
/// Bounds the memory that large answers take together, from when they are read until the caller has them. Callers who do not read could fill it otherwise.
/// </summary>
internal sealed class AnswerMemory(IOptions<RunOptions> options) : IDisposable
{
    /// <summary>Answers up to this size are not counted: there are no more of them than requests.</summary>
    public const int FreeBytes = 64 * 1024;

    private const int Kibibyte = 1024;

    private readonly int _total = (int)(options.Value.LargeAnswersBytes / Kibibyte);

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = (int)(options.Value.LargeAnswersBytes / Kibibyte),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for its turn, in the order of asking. An answer that is larger than the whole waits for the whole.</summary>
    /// <returns>Gives the memory back when it is disposed of, or at the latest when it is collected.</returns>
    /// <exception cref="OperationCanceledException"/>
    public async ValueTask<IDisposable> ReserveAsync(long bytes, CancellationToken cancellationToken)
    {
        var kibibytes = (int)Math.Min(bytes / Kibibyte + 1, _total);
        return new Reservation(await _limiter.AcquireAsync(kibibytes, cancellationToken));
    }

    public void Dispose() => _limiter.Dispose();

    private sealed class Reservation(RateLimitLease lease) : IDisposable
    {
        [SuppressMessage("Usage", "MA0055:Do not use finalizer",
            Justification = "An answer that is forgotten on the way, by a bug, must not take its part for ever.")]
        ~Reservation() => lease.Dispose();

        public void Dispose()
        {
            lease.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
