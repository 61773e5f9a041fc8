using FluentValidation;
using Microsoft.Extensions.Options;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Executes several actions at once, each as if it stood alone: one that fails fails alone.</summary>
/// <param name="Runs">1 to <see cref="ExecuteBatchValidator.MaximumRuns"/>.</param>
public sealed record ExecuteBatchCommand(IReadOnlyList<ExecuteInOrganizationCommand> Runs) : ICommand<IReadOnlyList<Result<RunView>>>
{
    public override string ToString() => $"{Runs.Count} runs";
}

internal sealed class ExecuteBatchValidator : AbstractValidator<ExecuteBatchCommand>
{
    public const int MaximumRuns = 100;

    public ExecuteBatchValidator()
    {
        RuleFor(command => command.Runs.Count).InclusiveBetween(1, MaximumRuns).OverridePropertyName("runs");
        RuleForEach(command => command.Runs).SetValidator(new ExecuteInOrganizationValidator());
    }
}

internal sealed class ExecuteBatchHandler(IBatchRuns runs, RunFaults faults, IOptionsMonitor<BatchOptions> options)
    : ICommandHandler<ExecuteBatchCommand, IReadOnlyList<Result<RunView>>>
{
    public async Task<Result<IReadOnlyList<Result<RunView>>>> Handle(ExecuteBatchCommand command, CancellationToken cancellationToken)
    {
        var outcomes = new Result<RunView>[command.Runs.Count];
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = options.CurrentValue.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, outcomes.Length, bounds, async (index, cancelled) =>
        {
            outcomes[index] = await RunAsync(command.Runs[index], cancelled);
            // The batch keeps its answers until the last is there; counted, they could wait for each other.
            if (!outcomes[index].Failed(out _, out var run)) run.Content.Memory?.Dispose();
        });
        return outcomes;
    }

    /// <summary>A bug in one run must not take the answers of those that are done.</summary>
    private async Task<Result<RunView>> RunAsync(ExecuteInOrganizationCommand run, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.RunAsync(run, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return faults.ErrorOf(exception, run.Tool, run.Action);
        }
    }
}
