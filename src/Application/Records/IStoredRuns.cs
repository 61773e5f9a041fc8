using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>Reads what is kept of executions.</summary>
public interface IStoredRuns
{
    /// <summary>Newest first.</summary>
    /// <param name="owner">A user's id, or an external owner's name; null for everybody.</param>
    Task<CursorPage<RunRecordView>> ListAsync(
        TenantId tenant, OrganizationId organization, string? owner, RunFilter filter, CursorRequest page, CancellationToken cancellationToken);

    /// <summary>Null for none of the organization.</summary>
    Task<RunRecordView?> FindAsync(TenantId tenant, OrganizationId organization, Guid run, CancellationToken cancellationToken);
}

/// <summary>Which executions; null does not matter.</summary>
/// <param name="Until">The moment after the last one.</param>
public sealed record RunFilter(string? Tool, string? Action, Guid? Connection, bool? Success, DateTimeOffset? Since, DateTimeOffset? Until);

/// <summary>What is kept of an execution.</summary>
/// <param name="Owner">A user's id, or an external owner's name.</param>
/// <param name="Connection">The one that it used; null where there was none.</param>
/// <param name="Error">The code; null for success.</param>
public sealed record RunRecordView(
    Guid Id, string? Tool, string? Action, string? Owner, Guid? Connection, string? Error, string? Message, DateTimeOffset StartedAt, TimeSpan Duration);
