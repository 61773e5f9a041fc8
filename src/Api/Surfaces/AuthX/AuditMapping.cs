using ModuleX.Api.Hosting;
using ModuleX.Application.Audit;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of the audit log and the use cases.</summary>
internal static class AuditMapping
{
    private const int UsualSize = 50;
    private const int UsualDays = 30;
    private const int MostDays = 365;

    public static ListAuditLogsQuery ToAuditLogs(this QueryValues query, Caller caller)
    {
        var wanted = new ListAuditLogsQuery(caller, query.ToFilter(), query.PageOf(UsualSize));
        query.ThrowIfInvalid();
        return wanted;
    }

    public static ExportAuditLogsCommand ToExport(this QueryValues query, Caller caller)
    {
        var wanted = new ExportAuditLogsCommand(caller, query.ToFilter(), query.Word("format", AuditFile.Csv, AuditFile.Json) ?? AuditFile.Csv);
        query.ThrowIfInvalid();
        return wanted;
    }

    public static GetUserActivityQuery ToActivityOf(this QueryValues query, Caller caller, Guid user) => new(caller, new UserId(user), query.ToDays());

    public static GetOrganizationStatsQuery ToStatsOf(this QueryValues query, Caller caller, Guid organization) =>
        new(caller, new OrganizationId(organization), query.ToDays());

    public static AuditLogResponse ToWire(this AuditView entry) => new(
        entry.Id.ToString("D"), entry.User?.ToString(), entry.Organization?.ToString(), entry.Action, entry.Resource, entry.ResourceId,
        entry.IpAddress, entry.UserAgent,
        entry.Details, entry.Status, entry.CreatedAt, entry.CreatedAt);

    public static UserActivityResponse ToWire(this UserActivityView activity) =>
        new(activity.User.ToString(), activity.Days, activity.Total, activity.ByAction, activity.ByStatus, activity.LastLoginAt);

    public static OrganizationStatsResponse ToWire(this OrganizationStatsView stats) =>
        new(stats.Organization.ToString(), stats.Days, stats.Total, stats.ActiveUsers, stats.ByResource, stats.Failed, stats.SuccessRate);

    private static AuditFilter ToFilter(this QueryValues query)
    {
        var filter = new AuditFilter(
            null, query.Uuid("user_id") is { } user ? new UserId(user) : null, query.Text("action"), query.Text("resource"),
            query.Word("status", AuditStatuses.Success, AuditStatuses.Failure, AuditStatuses.Warning), query.Time("start_date"), query.EndTime("end_date"));
        if (filter.Until <= filter.Since) query.Refuse("end_date", "must be after start_date");
        return filter;
    }

    private static int ToDays(this QueryValues query)
    {
        var days = query.Int("days", UsualDays, minimum: 1, maximum: MostDays);
        query.ThrowIfInvalid();
        return days;
    }
}
