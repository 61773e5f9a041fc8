using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record DashboardUsersResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("users")] IReadOnlyList<DashboardUser> Users,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("current_page")] int CurrentPage,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("has_next")] bool HasNext,
    [property: JsonPropertyName("has_previous")] bool HasPrevious);

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
internal sealed record DashboardUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("avatar")] string? Avatar,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt,
    [property: JsonPropertyName("last_active_at")] string? LastActiveAt,
    [property: JsonPropertyName("tool_count")] int ToolCount,
    [property: JsonPropertyName("active_tool_count")] int ActiveToolCount,
    [property: JsonPropertyName("total_logins")] int TotalLogins);

internal sealed record DashboardUserStatisticsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("data")] DashboardUserNumbers Data);

/// <param name="NewUsersToday">Who joined the organization on this day (UTC).</param>
/// <param name="ActivePercentage">To one decimal; 0 where there are no users.</param>
/// <param name="NewUsersChange">Today's new users against yesterday's, in percent to one decimal: 100 where only today had some, 0 where neither had.</param>
internal sealed record DashboardUserNumbers(
    [property: JsonPropertyName("total_users")] int TotalUsers,
    [property: JsonPropertyName("active_users")] int ActiveUsers,
    [property: JsonPropertyName("inactive_users")] int InactiveUsers,
    [property: JsonPropertyName("new_users_today")] int NewUsersToday,
    [property: JsonPropertyName("active_percentage")] double ActivePercentage,
    [property: JsonPropertyName("new_users_change")] double NewUsersChange);

internal sealed record DashboardUserDetailsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("data")] DashboardUserDetails Data);

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
/// <param name="SessionCount">How many login sessions last.</param>
/// <param name="Activities">The newest 20.</param>
/// <param name="Sessions">The newest 20, ended ones too.</param>
internal sealed record DashboardUserDetails(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("avatar")] string? Avatar,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt,
    [property: JsonPropertyName("last_active_at")] string? LastActiveAt,
    [property: JsonPropertyName("tool_count")] int ToolCount,
    [property: JsonPropertyName("active_tool_count")] int ActiveToolCount,
    [property: JsonPropertyName("total_logins")] int TotalLogins,
    [property: JsonPropertyName("session_count")] int SessionCount,
    [property: JsonPropertyName("tools")] IReadOnlyList<DashboardUserTool> Tools,
    [property: JsonPropertyName("activities")] IReadOnlyList<DashboardUserActivity> Activities,
    [property: JsonPropertyName("sessions")] IReadOnlyList<DashboardUserSession> Sessions);

/// <param name="Id">Of the credential; another one after every renewal.</param>
/// <param name="Category">The tool's first category; Integration where it has none.</param>
/// <param name="IsAuthenticated">False once the service has refused the credential for good.</param>
/// <param name="LastUsed">Null for never.</param>
/// <param name="CreatedAt">When the tool was connected.</param>
internal sealed record DashboardUserTool(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("is_authenticated")] bool IsAuthenticated,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("last_used")] string? LastUsed,
    [property: JsonPropertyName("created_at")] string CreatedAt);

/// <param name="Type">login, logout, tool_auth, tool_execution or other.</param>
/// <param name="Metadata">From where, as in IP: 192.168.1.100; null where that is not known.</param>
internal sealed record DashboardUserActivity(
    [property: JsonPropertyName("type"), AllowedValues("login", "logout", "tool_auth", "tool_execution", "other")] string Type,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("timestamp")] string Timestamp,
    [property: JsonPropertyName("metadata")] string? Metadata,
    [property: JsonPropertyName("success")] bool Success);

/// <param name="IsActive">It has neither ended nor expired.</param>
internal sealed record DashboardUserSession(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("ip_address")] string? IpAddress,
    [property: JsonPropertyName("user_agent")] string? UserAgent,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("expires_at")] string ExpiresAt);
