using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>Reads single records, newest first, and removes old ones.</summary>
public interface IStoredRecords
{
    /// <summary>Records of all six kinds as one list.</summary>
    /// <returns>The part that was asked for, and how many match in all.</returns>
    Task<(IReadOnlyList<LogView> Items, int Total)> ListAsync(TenantId tenant, LogFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<IReadOnlyList<RecordEntry>> ListAsync(
        TenantId tenant, RecordKind kind, OrganizationId? organization, string? code, int take, CancellationToken cancellationToken);

    /// <summary>Requests that took longer than the threshold of their time.</summary>
    Task<IReadOnlyList<RecordEntry>> ListSlowAsync(TenantId tenant, int take, CancellationToken cancellationToken);

    /// <param name="organization">Null for the whole tenant; else those of the organization alone.</param>
    Task<IReadOnlyList<SecurityAlertView>> ListAlertsAsync(TenantId tenant, OrganizationId? organization, int take, CancellationToken cancellationToken);

    /// <summary>How many records of each kind are stored, by <see cref="LogKinds"/>.</summary>
    Task<IReadOnlyDictionary<string, LogCountView>> CountAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Removes records, some thousand at a time, so that others can write meanwhile.</summary>
    /// <param name="kind">Of <see cref="LogKinds"/>.</param>
    /// <param name="before">The first moment that is kept.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(TenantId tenant, string kind, DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>How long records are kept.</summary>
public interface IRecordRetention
{
    /// <summary>The first moment of a kind of record that is kept; null where it is kept for good.</summary>
    /// <param name="kind">Of <see cref="LogKinds"/>.</param>
    DateTimeOffset? KeptSince(string kind, DateTimeOffset now);

    /// <summary>From which duration on a request is slow.</summary>
    TimeSpan SlowThreshold { get; }
}

/// <summary>The six kinds of record by name.</summary>
public static class LogKinds
{
    public const string Request = "request";
    public const string Security = "security";
    public const string Business = "business";
    public const string Error = "error";
    public const string System = "system";
    public const string Audit = "audit";

    public static IReadOnlyList<string> All { get; } = [Request, Security, Business, Error, System, Audit];

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Request => Request,
        RecordKind.Security => Security,
        RecordKind.Business => Business,
        RecordKind.Error => Error,
        _ => System,
    };

    /// <summary>Null for <see cref="Audit"/>, which is stored with what it tells of.</summary>
    public static RecordKind? KindOf(string name) => name switch
    {
        Request => RecordKind.Request,
        Security => RecordKind.Security,
        Business => RecordKind.Business,
        Error => RecordKind.Error,
        System => RecordKind.System,
        _ => null,
    };
}

/// <summary>Which records; null does not matter.</summary>
/// <param name="Kind">Of <see cref="LogKinds"/>.</param>
/// <param name="Since">The first moment.</param>
/// <param name="Until">The moment after the last one.</param>
public sealed record LogFilter(OrganizationId? Organization, string? Kind, RecordLevel? Level, DateTimeOffset? Since, DateTimeOffset? Until);

/// <summary>A record of any kind.</summary>
/// <param name="Kind">Of <see cref="LogKinds"/>.</param>
public sealed record LogView(
    string Id, DateTimeOffset At, string Kind, RecordLevel Level, string? UserId, string Message, bool Success, string? ToolName, string Category,
    string? Details);

/// <param name="Oldest">Null where there is none.</param>
public sealed record LogCountView(long Count, DateTimeOffset? Oldest, DateTimeOffset? Newest);

/// <summary>Security events of one sort that should be looked at.</summary>
/// <param name="Count">How many events there were.</param>
public sealed record SecurityAlertView(
    long Id, DateTimeOffset LastAt, RecordLevel Severity, string EventType, string Message, string? IpAddress, string? UserId, string? ToolName, int Count);
