using System.ComponentModel.DataAnnotations;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record DashboardUserDetailsResponse(bool Success, OrganizationId OrganizationId, DashboardUserDetails Data)
{
    public static DashboardUserDetailsResponse Of(MemberDetailsView details, OrganizationId organization)
    {
        var user = DashboardUser.Of(details.Member);
        return new(true, organization, new(
            user.Id, user.Email, user.Username, user.Avatar, user.IsActive, user.CreatedAt, user.UpdatedAt, user.LastActiveAt, user.ToolCount,
            user.ActiveToolCount, user.TotalLogins,
            details.LiveSessions, [.. details.Tools.Select(DashboardUserTool.Of)], [.. details.Activities.Select(DashboardUserActivity.Of)],
            [.. details.Sessions.Select(DashboardUserSession.Of)]));
    }
}

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
/// <param name="SessionCount">How many login sessions last.</param>
/// <param name="Activities">The newest 20.</param>
/// <param name="Sessions">The newest 20, ended ones too.</param>
internal sealed record DashboardUserDetails(
    UserId Id,
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
    DateTimeOffset CreatedAt)
{
    public static DashboardUserTool Of(MemberToolView tool) => new(
        tool.Id.ToString("D"), tool.Name, tool.Category ?? "Integration", tool.IsAuthenticated, tool.IsActive, tool.LastUsedAt, tool.ConnectedAt);
}

/// <param name="Type">login, logout, tool_auth, tool_execution or other.</param>
/// <param name="Metadata">From where, as in IP: 192.168.1.100; null where that is not known.</param>
internal sealed record DashboardUserActivity(
    [property: AllowedValues("login", "logout", "tool_auth", "tool_execution", "other")] string Type,
    string Description,
    DateTimeOffset Timestamp,
    string? Metadata,
    bool Success)
{
    public static DashboardUserActivity Of(MemberActivityView activity)
    {
        var type = TypeOf(activity.Action);
        var words = activity.Action.Replace('_', ' ');
        var description = type is "login" or "logout" ? $"User {type} event" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
        return new(type, description, activity.At, activity.IpAddress is { } address ? $"IP: {address}" : null, activity.Succeeded);
    }

    private static string TypeOf(string action) => action switch
    {
        AuditActions.LoginSucceeded or AuditActions.LoginFailed => "login",
        AuditActions.Logout or AuditActions.SessionEnded => "logout",
        _ when action.StartsWith("tool_execut", StringComparison.Ordinal) => "tool_execution",
        _ when action.StartsWith("tool_", StringComparison.Ordinal) => "tool_auth",
        _ => "other",
    };
}

/// <param name="IsActive">It has neither ended nor expired.</param>
internal sealed record DashboardUserSession(
    LoginSessionId Id,
    bool IsActive,
    string? IpAddress,
    string? UserAgent,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt)
{
    public static DashboardUserSession Of(MemberSessionView session) => new(
        session.Id, session.IsLive, session.IpAddress, session.UserAgent, session.CreatedAt, session.ExpiresAt);
}
