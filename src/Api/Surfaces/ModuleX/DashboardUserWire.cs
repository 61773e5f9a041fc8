using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record DashboardUsersResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<DashboardUser> Users,
    int Total,
    int TotalPages,
    int CurrentPage,
    int Limit,
    bool HasNext,
    bool HasPrevious)
{
    public static DashboardUsersResponse Of(Page<MemberView> page, OrganizationId organization) => new(
        true, organization, [.. page.Items.Select(DashboardUser.Of)], page.Total, page.Count, page.Number, page.Request.Take, page.HasNext, page.HasPrevious);
}

/// <param name="Avatar">Always null: users have no picture.</param>
/// <param name="LastActiveAt">About when the user last called; null for never.</param>
/// <param name="ToolCount">How many tools the user has connected.</param>
/// <param name="ActiveToolCount">How many of them can be used now.</param>
internal sealed record DashboardUser(
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
    int TotalLogins)
{
    public static DashboardUser Of(MemberView member) => new(
        member.Id, member.Email, member.Username, null, member.IsActive, member.CreatedAt, member.UpdatedAt, member.LastActiveAt,
        member.Tools, member.ActiveTools, member.TotalLogins);
}

internal sealed record DashboardUserStatisticsResponse(bool Success, OrganizationId OrganizationId, DashboardUserNumbers Data)
{
    public static DashboardUserStatisticsResponse Of(MemberStatisticsView numbers, OrganizationId organization) =>
        new(true, organization, new(
        numbers.Users, numbers.ActiveUsers, numbers.Users - numbers.ActiveUsers, numbers.JoinedToday,
        numbers.Users == 0 ? 0 : Percent(numbers.ActiveUsers, numbers.Users),
        numbers.JoinedYesterday == 0 ? (numbers.JoinedToday > 0 ? 100 : 0) : Percent(numbers.JoinedToday - numbers.JoinedYesterday, numbers.JoinedYesterday)));

    private static double Percent(int part, int whole) => Math.Round(100.0 * part / whole, 1);
}

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
