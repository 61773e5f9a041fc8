using ModuleX.Application.Audit;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of the audit log and the use cases.</summary>
internal static class AuditMapping
{
    public static AuditLogResponse ToWire(this AuditView entry) => new(
        entry.Id.ToString("D"), entry.User?.ToString(), entry.Organization?.ToString(), entry.Action, entry.Resource, entry.ResourceId,
        entry.IpAddress, entry.UserAgent,
        entry.Details, entry.Status, entry.CreatedAt, entry.CreatedAt);

    public static UserActivityResponse ToWire(this UserActivityView activity) =>
        new(activity.User.ToString(), activity.Days, activity.Total, activity.ByAction, activity.ByStatus, activity.LastLoginAt);

    public static OrganizationStatsResponse ToWire(this OrganizationStatsView stats) =>
        new(stats.Organization.ToString(), stats.Days, stats.Total, stats.ActiveUsers, stats.ByResource, stats.Failed, stats.SuccessRate);
}
