using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Runs.Answers;
using Polly;
using Polly.Retry;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>Tries again what may be tried again: growing pauses with jitter, or the pause that the service asks for.</summary>
internal sealed class RetryPolicy
{
    /// <summary>The schema's upper limit of <c>retry.max_attempts</c>.</summary>
    public const int HighestMaxAttempts = 5;

    private static readonly ResiliencePropertyKey<Budget> BudgetKey = new("budget");

    private readonly ResiliencePipeline<Exchange> _pipeline;
    private readonly TimeProvider _time;

    public RetryPolicy(IOptions<RunOptions> options, TimeProvider time)
    {
        _time = time;
        _pipeline = new ResiliencePipelineBuilder<Exchange> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Exchange>
            {
                MaxRetryAttempts = HighestMaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.Value.RetryDelay,
                ShouldHandle = arguments => ValueTask.FromResult(MayTryAgain(arguments.Outcome.Result, arguments.AttemptNumber, BudgetOf(arguments.Context))),
                // Null: the pause that the options above make.
                DelayGenerator = arguments => ValueTask.FromResult(WaitOf(arguments.Outcome.Result)),
            })
            .Build();
    }

    /// <summary>Calls <paramref name="attempt"/> until it succeeds, may not be tried again, or has been tried often enough.</summary>
    public Task<Exchange> RunAsync<TState>(int maxAttempts, Deadline deadline, Func<TState, Task<Exchange>> attempt, TState state) =>
        maxAttempts <= 1 ? attempt(state) : TryAsync(maxAttempts, deadline, attempt, state);

    private async Task<Exchange> TryAsync<TState>(int maxAttempts, Deadline deadline, Func<TState, Task<Exchange>> attempt, TState state)
    {
        var context = ResilienceContextPool.Shared.Get(false, deadline.Token);
        var budget = new Budget(maxAttempts, deadline);
        context.Properties.Set(BudgetKey, budget);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (_, call) =>
                {
                    try
                    {
                        return Outcome.FromResult(await call.attempt(call.state));
                    }
                    catch (OperationCanceledException exception)
                    {
                        return Outcome.FromException<Exchange>(exception);
                    }
                },
                context,
                (attempt, state));
            // The time was over in a pause between two tries.
            if (outcome.Exception is OperationCanceledException && deadline.HasPassed) return Exchange.Failed(ExchangeFailure.Deadline);
            deadline.Caller.ThrowIfCancellationRequested();
            outcome.ThrowIfException();
            return outcome.Result with { MayBeDone = budget.MayBeDone || outcome.Result.MayBeDone };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool MayTryAgain(Exchange exchange, int attemptNumber, Budget budget)
    {
        if (attemptNumber + 1 >= budget.MaxAttempts || budget.Deadline.Token.IsCancellationRequested) return false;
        // 503 too: gateways answer it for a connection that was reset.
        budget.MayBeDone |= exchange.MayBeDone || exchange.Answer is { Status: 502 or 503 or 504 };
        if (exchange.Failure == ExchangeFailure.Unreachable) return true;
        if (exchange.Answer is not { Status: 429 or 502 or 503 or 504 } answer) return false;
        // A pause that doesn't fit is not begun: the caller learns now what it would learn at the deadline.
        if (RetryAfter.Of(answer, _time.GetUtcNow()) is { } wait) return wait < budget.Deadline.Remaining;
        return answer.Status != 429;
    }

    private TimeSpan? WaitOf(Exchange exchange) =>
        exchange.Answer is { } answer ? RetryAfter.Of(answer, _time.GetUtcNow()) : null;

    private static Budget BudgetOf(ResilienceContext context) => context.Properties.GetValue(BudgetKey, null!);

    private sealed record Budget(int MaxAttempts, Deadline Deadline)
    {
        /// <summary>One of the tries so far may have been carried out.</summary>
        public bool MayBeDone { get; set; }
    }
}
