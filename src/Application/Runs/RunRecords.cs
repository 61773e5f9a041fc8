using ModuleX.Application.Activities;
using ModuleX.Application.Events;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Records;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Records executions: each as a business record, and one that failed through no fault of the caller as an error, too.</summary>
internal sealed class RunRecords(IRecords records, IEvents events)
{
    /// <param name="id">Of the run; made at <paramref name="startedAt"/>.</param>
    /// <param name="error">Null for success.</param>
    public ValueTask WriteAsync(PreparedRun run, Guid id, DateTimeOffset startedAt, TimeSpan duration, Error? error)
    {
        var entry = EntryOf(run, RecordKind.Business, RecordCategories.Execution, startedAt);
        entry.RunId = id;
        entry.DurationMicroseconds = duration.Ticks / TimeSpan.TicksPerMicrosecond;
        if (error is null)
        {
            Tell(run, entry);
            return records.WriteAsync(entry, CancellationToken.None);
        }
        entry.Level = RecordLevel.Warning;
        Fail(entry, error);
        Tell(run, entry);
        TellFailure(run, entry);
        return WriteBothAsync(entry, run, startedAt, error);
    }

    /// <summary>External owners have no socket here.</summary>
    private void Tell(PreparedRun run, RecordEntry entry)
    {
        if (run.User.Owner.FindUser() is { } user && events.Hears(user))
            events.Publish(new UserEvent(run.User.Tenant, user) { Activity = RecordedActivity.Of(entry) });
    }

    /// <summary>As webhooks tell it.</summary>
    private void TellFailure(PreparedRun run, RecordEntry entry)
    {
        if (run.Session.Owner.FindUser() is { } user && events.Hears(user))
            events.Publish(new UserEvent(run.Session.Tenant, user) { Outgoing = new(OutgoingEventTypes.RunFailed, RunEventData.Of(entry).ToJson()) });
    }

    private async ValueTask WriteBothAsync(RecordEntry entry, PreparedRun run, DateTimeOffset startedAt, Error error)
    {
        // Not cancelled with the request: that a run was made must be known even if its caller has gone.
        await records.WriteAsync(entry, CancellationToken.None);
        if (!IsOfTheTool(error)) return;
        var failure = EntryOf(run, RecordKind.Error, RecordCategories.Integration, startedAt);
        failure.Level = RecordLevel.Error;
        failure.Endpoint = $"/tools/{run.Tool.Name}/execute";
        Fail(failure, error);
        await records.WriteAsync(failure, CancellationToken.None);
    }

    /// <summary>The tool or the way to it failed; a caller who may not, or who is not connected, is no error of the system.</summary>
    private static bool IsOfTheTool(Error error) =>
        error.Kind is ErrorKind.Upstream or ErrorKind.Unavailable or ErrorKind.RateLimited || error.Code == RunErrors.InvalidCredentialsCode;

    private static RecordEntry EntryOf(PreparedRun run, RecordKind kind, string category, DateTimeOffset at) => new()
    {
        TenantId = run.User.Tenant,
        OrganizationId = run.Organization,
        Kind = kind,
        Category = category,
        At = at,
        UserId = run.User.Owner.Name,
        ConnectionId = run.Connection,
        ToolName = run.Tool.Name,
        ActionName = run.Action.Name,
    };

    private static void Fail(RecordEntry entry, Error error)
    {
        entry.Success = false;
        entry.Code = error.Code;
        entry.Message = error.Message;
    }
}
