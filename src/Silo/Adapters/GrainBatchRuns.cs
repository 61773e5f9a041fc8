using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Silo.Grains;

namespace ModuleX.Silo.Adapters;

/// <summary>
/// Spreads the runs of batches over the silos. How many of one batch are under way at once is the batch's bound; how many slots there are bounds how much
/// the cluster has to know of them.
/// </summary>
internal sealed class GrainBatchRuns(IGrainFactory grains, GrainCalls calls) : IBatchRuns
{
    /// <summary>Enough for an even spread over a dozen silos.</summary>
    public const int Slots = 64;

    private int _next = Random.Shared.Next(Slots);

    public Task<Result<RunView>> RunAsync(ExecuteInOrganizationCommand run, CancellationToken cancellationToken)
    {
        var slot = (int)((uint)Interlocked.Increment(ref _next) % Slots);
        var order = run.ToOrder();
        // Not again where the silo was lost: the run may have reached its service.
        return calls.AskOnceAsync(() => grains.GetGrain<IActionRunGrain>(slot).Run(order), cancellationToken);
    }
}
