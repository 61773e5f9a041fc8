using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Executes the runs of a batch, wherever the adapter puts them: in this process, or on any node of a cluster.</summary>
public interface IBatchRuns
{
    /// <summary>
    /// One run, as if it were asked for alone. The failures are those of <see cref="ExecuteInOrganizationCommand"/>; Unavailable: its node was lost,
    /// and it may have run.
    /// </summary>
    Task<Result<RunView>> RunAsync(ExecuteInOrganizationCommand run, CancellationToken cancellationToken);
}
