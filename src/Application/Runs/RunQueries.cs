using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Records;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>
/// Executions in an organization, newest first: all of them for its backends and for those who administer it, the own ones for everybody else.
/// </summary>
/// <param name="Owner">For whom they ran; null for everybody whom the caller may see. See <see cref="ConnectionAccess.OwnerOfAsync"/>.</param>
public sealed record ListRunsQuery(ConnectionCaller Caller, string? Owner, RunFilter Filter, CursorRequest Page) : IQuery<CursorPage<RunRecordView>>;

/// <summary>One execution. NotFound: unknown, not written yet, removed, or none that the caller may see.</summary>
public sealed record GetRunQuery(ConnectionCaller Caller, Guid Run) : IQuery<RunRecordView>;

internal sealed class ListRunsHandler(ConnectionAccess access, IStoredRuns runs) : IQueryHandler<ListRunsQuery, CursorPage<RunRecordView>>
{
    public async Task<Result<CursorPage<RunRecordView>>> Handle(ListRunsQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        string? owner = null;
        if (query.Owner is not null || !caller.MayShare)
        {
            if ((await access.OwnerOfAsync(caller, query.Owner, cancellationToken)).Failed(out var error, out var named)) return error;
            owner = named.Name;
        }
        return await runs.ListAsync(caller.Tenant, caller.Organization, owner, query.Filter, query.Page, cancellationToken);
    }
}

internal sealed class GetRunHandler(IStoredRuns runs) : IQueryHandler<GetRunQuery, RunRecordView>
{
    public async Task<Result<RunRecordView>> Handle(GetRunQuery query, CancellationToken cancellationToken)
    {
        var caller = query.Caller;
        var found = await runs.FindAsync(caller.Tenant, caller.Organization, query.Run, cancellationToken);
        return found is not null && (caller.MayShare || found.Owner == (caller as ConnectionCaller.Person)?.Caller.User.ToString())
            ? found : RunErrors.RunNotFound;
    }
}
