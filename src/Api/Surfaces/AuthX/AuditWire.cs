using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Audit;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="UserId">Who did it; null for an unknown account, and for the server itself.</param>
/// <param name="OrganizationId">What it concerns; null where it concerns none.</param>
/// <param name="Details">A JSON object as text; what was changed stands under changes as field, from and to.</param>
/// <param name="Status">success, failure or warning.</param>
/// <param name="UpdatedAt">The same as created_at: records are never changed.</param>
internal sealed record AuditLogResponse(
    string Id,
    UserId? UserId,
    OrganizationId? OrganizationId,
    string Action,
    string Resource,
    string? ResourceId,
    string? IpAddress,
    string? UserAgent,
    string Details,
    [property: AllowedValues("success", "failure", "warning")] string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static AuditLogResponse Of(AuditView entry) => new(
        entry.Id.ToString("D"), entry.User, entry.Organization, entry.Action, entry.Resource, entry.ResourceId,
        entry.IpAddress, entry.UserAgent, entry.Details, entry.Status, entry.CreatedAt, entry.CreatedAt);
}

/// <param name="LastLogin">Null for never.</param>
internal sealed record UserActivityResponse(
    UserId UserId,
    int PeriodDays,
    int TotalActivities,
    IReadOnlyDictionary<string, int> ActivitiesByAction,
    IReadOnlyDictionary<string, int> ActivitiesByStatus,
    DateTimeOffset? LastLogin)
{
    public static UserActivityResponse Of(UserActivityView activity) =>
        new(activity.User, activity.Days, activity.Total, activity.ByAction, activity.ByStatus, activity.LastLoginAt);
}

/// <param name="ActiveUsers">How many users did something that is recorded.</param>
/// <param name="SuccessRate">Percent, to one decimal; 100 where nothing was done.</param>
internal sealed record OrganizationStatsResponse(
    OrganizationId OrganizationId,
    int PeriodDays,
    int TotalActivities,
    int ActiveUsers,
    IReadOnlyDictionary<string, int> ActivitiesByResource,
    int FailedActivities,
    double SuccessRate)
{
    public static OrganizationStatsResponse Of(OrganizationStatsView stats) =>
        new(stats.Organization, stats.Days, stats.Total, stats.ActiveUsers, stats.ByResource, stats.Failed, stats.SuccessRate);
}
