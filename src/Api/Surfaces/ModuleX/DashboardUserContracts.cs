using System.ComponentModel.DataAnnotations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record DashboardUsersResponse(
    bool Success,
    string OrganizationId,
    IReadOnlyList<DashboardUser> Users,
    int Total,
    int TotalPages,
    int CurrentPage,
    int Limit,
    bool HasNext,
    bool HasPrevious);

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
internal sealed record DashboardUser(
    string Id,
    string Email,
    string Username,
    string? Avatar,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastActiveAt,
    int ToolCount,
    int ActiveToolCount,
    int TotalLogins);

internal sealed record DashboardUserStatisticsResponse(bool Success, string OrganizationId, DashboardUserNumbers Data);

/// <param name="NewUsersToday">Who joined the organization on this day (UTC).</param>
/// <param name="ActivePercentage">To one decimal; 0 where there are no users.</param>
/// <param name="NewUsersChange">Today's new users against yesterday's, in percent to one decimal: 100 where only today had some, 0 where neither had.</param>
internal sealed record DashboardUserNumbers(
    int TotalUsers,
    int ActiveUsers,
    int InactiveUsers,
    int NewUsersToday,
    double ActivePercentage,
    double NewUsersChange);

internal sealed record DashboardUserDetailsResponse(bool Success, string OrganizationId, DashboardUserDetails Data);

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
/// <param name="SessionCount">How many login sessions last.</param>
/// <param name="Activities">The newest 20.</param>
/// <param name="Sessions">The newest 20, ended ones too.</param>
internal sealed record DashboardUserDetails(
    string Id,
    string Email,
    string Username,
    string? Avatar,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastActiveAt,
    int ToolCount,
    int ActiveToolCount,
    int TotalLogins,
    int SessionCount,
    IReadOnlyList<DashboardUserTool> Tools,
    IReadOnlyList<DashboardUserActivity> Activities,
    IReadOnlyList<DashboardUserSession> Sessions);

/// <param name="Id">Of the credential; another one after every renewal.</param>
/// <param name="Category">The tool's first category; Integration where it has none.</param>
/// <param name="IsAuthenticated">False once the service has refused the credential for good.</param>
/// <param name="LastUsed">Null for never.</param>
/// <param name="CreatedAt">When the tool was connected.</param>
internal sealed record DashboardUserTool(
    string Id,
    string Name,
    string Category,
    bool IsAuthenticated,
    bool IsActive,
    DateTimeOffset? LastUsed,
    DateTimeOffset CreatedAt);

/// <param name="Type">login, logout, tool_auth, tool_execution or other.</param>
/// <param name="Metadata">From where, as in IP: 192.168.1.100; null where that is not known.</param>
internal sealed record DashboardUserActivity(
    [property: AllowedValues("login", "logout", "tool_auth", "tool_execution", "other")] string Type,
    string Description,
    DateTimeOffset Timestamp,
    string? Metadata,
    bool Success);

/// <param name="IsActive">It has neither ended nor expired.</param>
internal sealed record DashboardUserSession(
    string Id,
    bool IsActive,
    string? IpAddress,
    string? UserAgent,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt);
