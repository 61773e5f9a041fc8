using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>The request that an execution would send, with everything checked that is checked before; nothing is sent.</summary>
public sealed record PreviewRunQuery(WantedRun Run) : IQuery<RunPreview>
{
    public override string ToString() => Run.ToString();
}

/// <param name="Connection">The one that it would use; null where the tool needs none.</param>
public sealed record RunPreview(string Tool, string Action, Guid? Connection, RequestPreview Request);

/// <summary>A request as people may see it: what is secret is <c>***</c>.</summary>
/// <param name="Headers">By name, as they are sent.</param>
/// <param name="Body">Null for none, and for one that is no text.</param>
public sealed record RequestPreview(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);

internal sealed class PreviewRunHandler(WantedRuns wanted, ActionExecutor executor) : IQueryHandler<PreviewRunQuery, RunPreview>
{
    public async Task<Result<RunPreview>> Handle(PreviewRunQuery query, CancellationToken cancellationToken) =>
        (await wanted.PrepareAsync(query.Run, cancellationToken)).Failed(out var error, out var run) ? error
            : await executor.PreviewAsync(run, cancellationToken);
}
