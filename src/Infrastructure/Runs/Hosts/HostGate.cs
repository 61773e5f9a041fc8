using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>One host's turnstile: so many at once, so many waiting, and none while it is down.</summary>
[SuppressMessage("Design", "CA1001",
    Justification = "A concurrency limiter holds nothing but memory; a forgotten gate may still have its last visitor inside.")]
internal sealed class HostGate
{
    private readonly ConcurrencyLimiter _limiter;
    private readonly ResiliencePipeline<Exchange> _breaker;
    private readonly TimeProvider _time;
    private int _inside;
    private long _lastUsed;

    public HostGate(RunOptions options, TimeProvider time)
    {
        _time = time;
        _lastUsed = time.GetTimestamp();
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.MaxConcurrencyPerHost,
            QueueLimit = options.MaxQueuePerHost,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        _breaker = new ResiliencePipelineBuilder<Exchange> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Exchange>
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumRequests,
                SamplingDuration = options.BreakerSamplingPeriod,
                BreakDuration = options.BreakerPause,
                ShouldHandle = static arguments => ValueTask.FromResult(IsDown(arguments.Outcome.Result)),
            })
            .Build();
    }

    /// <summary>No call is inside, and it was last used so long ago.</summary>
    public (bool IsIdle, long LastUsed) Use => (Volatile.Read(ref _inside) == 0, Volatile.Read(ref _lastUsed));

    /// <summary>Sends one request when it is its turn. Its permit is held until the body is read.</summary>
    public async Task<Exchange> SendAsync(OutgoingHttp http, HttpRequestMessage request, long maxBytes, Deadline deadline)
    {
        Interlocked.Increment(ref _inside);
        var context = ResilienceContextPool.Shared.Get(false, deadline.Caller);
        try
        {
            using var permit = _limiter.AttemptAcquire() is { IsAcquired: true } free ? free : await WaitAsync(deadline);
            if (permit is not { IsAcquired: true }) return Exchange.Failed(ExchangeFailure.Busy);
            var outcome = await _breaker.ExecuteOutcomeAsync(
                static async (_, call) =>
                {
                    try
                    {
                        return Outcome.FromResult(await call.http.SendAsync(call.request, call.maxBytes, call.deadline));
                    }
                    catch (OperationCanceledException exception)
                    {
                        return Outcome.FromException<Exchange>(exception);
                    }
                },
                context,
                (http, request, maxBytes, deadline));
            if (outcome.Exception is BrokenCircuitException open) return Exchange.Failed(ExchangeFailure.CircuitOpen, retryAfter: open.RetryAfter);
            outcome.ThrowIfException();
            return outcome.Result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            Volatile.Write(ref _lastUsed, _time.GetTimestamp());
            Interlocked.Decrement(ref _inside);
        }
    }

    /// <summary>Null: the time was over first.</summary>
    private async Task<RateLimitLease?> WaitAsync(Deadline deadline)
    {
        try
        {
            return await _limiter.AcquireAsync(1, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return null;
        }
    }

    /// <summary>
    /// Only what says that the host itself is down. A plain 500 often answers one person's odd parameters, and must not shut the tool for all.
    /// </summary>
    private static bool IsDown(Exchange exchange) =>
        exchange.Failure is ExchangeFailure.Unreachable or ExchangeFailure.Deadline || exchange.Answer is { Status: 502 or 503 or 504 };
}
