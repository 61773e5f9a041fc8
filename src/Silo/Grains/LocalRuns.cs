using ModuleX.Application.Runs;
using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Grains;

/// <summary>Executes runs on this silo.</summary>
/// <param name="run">The use case of a single run, and what reads the message for it: a grain knows neither.</param>
internal sealed class LocalRuns(Func<RunOrder, Task<Result<RunView>>> run)
{
    public Task<Result<RunView>> RunAsync(RunOrder order) => run(order);
}
