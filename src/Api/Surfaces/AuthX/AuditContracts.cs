using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="UserId">Who did it; null for an unknown account, and for the server itself.</param>
/// <param name="OrganizationId">What it concerns; null where it concerns none.</param>
/// <param name="Details">A JSON object as text; what was changed stands under changes as field, from and to.</param>
/// <param name="Status">success, failure or warning.</param>
/// <param name="UpdatedAt">The same as created_at: records are never changed.</param>
internal sealed record AuditLogResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("organization_id")] string? OrganizationId,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("resource_id")] string? ResourceId,
    [property: JsonPropertyName("ip_address")] string? IpAddress,
    [property: JsonPropertyName("user_agent")] string? UserAgent,
    [property: JsonPropertyName("details")] string Details,
    [property: JsonPropertyName("status"), AllowedValues("success", "failure", "warning")] string Status,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="LastLogin">Null for never.</param>
internal sealed record UserActivityResponse(
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("period_days")] int PeriodDays,
    [property: JsonPropertyName("total_activities")] int TotalActivities,
    [property: JsonPropertyName("activities_by_action")] IReadOnlyDictionary<string, int> ActivitiesByAction,
    [property: JsonPropertyName("activities_by_status")] IReadOnlyDictionary<string, int> ActivitiesByStatus,
    [property: JsonPropertyName("last_login")] string? LastLogin);

/// <param name="ActiveUsers">How many users did something that is recorded.</param>
/// <param name="SuccessRate">Percent, to one decimal; 100 where nothing was done.</param>
internal sealed record OrganizationStatsResponse(
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("period_days")] int PeriodDays,
    [property: JsonPropertyName("total_activities")] int TotalActivities,
    [property: JsonPropertyName("active_users")] int ActiveUsers,
    [property: JsonPropertyName("activities_by_resource")] IReadOnlyDictionary<string, int> ActivitiesByResource,
    [property: JsonPropertyName("failed_activities")] int FailedActivities,
    [property: JsonPropertyName("success_rate")] double SuccessRate);
