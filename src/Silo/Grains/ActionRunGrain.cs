using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;
using Orleans.Concurrency;
using Orleans.Placement;

namespace ModuleX.Silo.Grains;

/// <summary>Executes runs of batches on the silo where it happens to be. A run that waits for its service keeps no other one waiting.</summary>
[Reentrant, RandomPlacement]
internal sealed class ActionRunGrain(LocalRuns runs) : Grain, IActionRunGrain
{
    public async Task<Result<RunView>> Run(RunOrder order)
    {
        var outcome = await runs.RunAsync(order);
        // The message is a copy, and belongs to the batch that asked.
        if (!outcome.Failed(out _, out var run)) run.Content.Memory?.Dispose();
        return outcome;
    }
}
