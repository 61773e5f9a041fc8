using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Grains;

/// <summary>A place where runs of batches are executed. It keeps nothing; its key is one of a fixed number of slots, which are spread over the silos.</summary>
[Alias("modulex.action-run")]
internal interface IActionRunGrain : IGrainWithIntegerKey
{
    /// <summary>Executes one run. Longer than any action may take.</summary>
    [Alias("run"), ResponseTimeout("00:12:00")]
    Task<Result<RunView>> Run(RunOrder order);
}
