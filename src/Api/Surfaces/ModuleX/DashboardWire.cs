using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Analytics;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>An organization at a glance.</summary>
/// <param name="OrganizationId">A UUID.</param>
internal sealed record DashboardStatisticsResponse(bool Success, OrganizationId OrganizationId, DashboardStatistics Stats)
{
    public static DashboardStatisticsResponse Of(DashboardStatisticsView view, OrganizationId organization) => new(true, organization, new(
        view.Members, view.Connections, view.Integrations, view.ActiveIntegrations, view.CallsToday, view.Condition switch
        {
            SystemCondition.Healthy => "healthy",
            SystemCondition.Degraded => "degraded",
            _ => "unhealthy",
        }));
}

/// <param name="TotalMembers">Members of the organization.</param>
/// <param name="TotalToolAuthenticated">Tools that its people have connected, each person's counted.</param>
/// <param name="TotalIntegrations">Tools that it has installed.</param>
/// <param name="ActiveIntegrations">Those of them that are switched on.</param>
/// <param name="ApiCallsToday">Requests for it since midnight UTC.</param>
/// <param name="SystemHealth"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>: below 1 %, below 5 % or more requests of the last two hours were
/// answered 5xx.</param>
internal sealed record DashboardStatistics(
    int TotalMembers,
    int TotalToolAuthenticated,
    int TotalIntegrations,
    int ActiveIntegrations,
    long ApiCallsToday,
    string SystemHealth);

/// <summary>Records of all six kinds, newest first.</summary>
internal sealed record DashboardLogsResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<LogEntry> Logs,
    LogPagination Pagination,
    LogFilters Filters)
{
    public static DashboardLogsResponse Of(LogsView logs, OrganizationId organization, LogFilter filter, LogPartParameters part) => new(
        true, organization, [.. logs.Items.Select(LogEntry.Of)],
        new(logs.Total, part.Limit, part.Offset, part.Offset + logs.Items.Count < logs.Total, part.Offset > 0),
        new(filter.Since, filter.Until, filter.Kind, filter.Level?.ToLevel()));
}

/// <param name="Id">Unique among the records of its type.</param>
/// <param name="Timestamp">ISO 8601, UTC.</param>
/// <param name="LogType"><c>request</c>, <c>security</c>, <c>business</c>, <c>error</c>, <c>system</c> or <c>audit</c>.</param>
/// <param name="Level"><c>INFO</c>, <c>WARNING</c>, <c>ERROR</c> or <c>CRITICAL</c>.</param>
/// <param name="UserId">The user, or the name of an external owner; null where not known.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Success">False for what was refused or failed.</param>
/// <param name="ToolName">Null where no tool is concerned.</param>
/// <param name="Category">What it is about, in a word.</param>
/// <param name="Details">For security records the event, for others more about it or the code of the error; null for nothing more.</param>
internal sealed record LogEntry(
    string Id,
    DateTimeOffset Timestamp,
    [property: AllowedValues("request", "security", "business", "error", "system", "audit")] string LogType,
    [property: AllowedValues("INFO", "WARNING", "ERROR", "CRITICAL")] string Level,
    string? UserId,
    string Message,
    bool Success,
    string? ToolName,
    string Category,
    string? Details)
{
    public static LogEntry Of(LogView log) => new(
        log.Id, log.At, log.Kind, log.Level.ToLevel(), log.UserId, log.Message, log.Success, log.ToolName, log.Category, log.Details);
}

/// <param name="TotalCount">How many records match.</param>
/// <param name="Limit">How many were asked for.</param>
/// <param name="Offset">How many of the newest were left out.</param>
/// <param name="HasNext">Older ones match.</param>
/// <param name="HasPrevious">Newer ones match.</param>
internal sealed record LogPagination(int TotalCount, int Limit, int Offset, bool HasNext, bool HasPrevious);

/// <summary>The filters that were applied; null for those that were not given.</summary>
internal sealed record LogFilters(
    DateTimeOffset? StartDate,
    DateTimeOffset? EndDate,
    [property: AllowedValues("request", "security", "business", "error", "system", "audit")] string? LogType,
    [property: AllowedValues("INFO", "WARNING", "ERROR", "CRITICAL")] string? Level);
