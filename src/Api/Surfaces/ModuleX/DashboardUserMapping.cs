using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of the dashboard's users and the use cases.</summary>
internal static class DashboardUserMapping
{
    private const string NoCategory = "Integration";

    public static DashboardUsersResponse ToWire(this Page<MemberView> page, OrganizationId organization) => new(
        true, organization.ToString(), [.. page.Items.Select(ToWire)], page.Total, page.Count, page.Number, page.Request.Take, page.HasNext, page.HasPrevious);

    public static DashboardUserStatisticsResponse ToWire(this MemberStatisticsView numbers, OrganizationId organization) =>
        new(true, organization.ToString(), new(
        numbers.Users, numbers.ActiveUsers, numbers.Users - numbers.ActiveUsers, numbers.JoinedToday,
        numbers.Users == 0 ? 0 : Percent(numbers.ActiveUsers, numbers.Users),
        numbers.JoinedYesterday == 0 ? (numbers.JoinedToday > 0 ? 100 : 0) : Percent(numbers.JoinedToday - numbers.JoinedYesterday, numbers.JoinedYesterday)));

    public static DashboardUserDetailsResponse ToWire(this MemberDetailsView details, OrganizationId organization)
    {
        var user = ToWire(details.Member);
        return new(true, organization.ToString(), new(
            user.Id, user.Email, user.Username, user.Avatar, user.IsActive, user.CreatedAt, user.UpdatedAt, user.LastActiveAt, user.ToolCount,
            user.ActiveToolCount, user.TotalLogins,
            details.LiveSessions, [.. details.Tools.Select(ToWire)], [.. details.Activities.Select(ToWire)], [.. details.Sessions.Select(ToWire)]));
    }

    private static DashboardUser ToWire(MemberView member) => new(
        member.Id.ToString(), member.Email, member.Username, null, member.IsActive, member.CreatedAt, member.UpdatedAt, member.LastActiveAt,
        member.Tools, member.ActiveTools, member.TotalLogins);

    private static DashboardUserTool ToWire(MemberToolView tool) => new(
        tool.Id.ToString("D"), tool.Name, tool.Category ?? NoCategory, tool.IsAuthenticated, tool.IsActive, tool.LastUsedAt, tool.ConnectedAt);

    private static DashboardUserSession ToWire(MemberSessionView session) => new(
        session.Id.ToString(), session.IsLive, session.IpAddress, session.UserAgent, session.CreatedAt, session.ExpiresAt);

    private static DashboardUserActivity ToWire(MemberActivityView activity)
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

    private static double Percent(int part, int whole) => Math.Round(100.0 * part / whole, 1);
}
