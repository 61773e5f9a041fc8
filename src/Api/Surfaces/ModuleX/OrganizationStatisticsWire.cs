using ModuleX.Api.Hosting;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

internal sealed record OrganizationStatisticsResponse(
    bool Success,
    OrganizationNames Organization,
    OrganizationNumbers Stats)
{
    public static OrganizationStatisticsResponse Of(MeasuredOrganizationView measured)
    {
        var numbers = measured.Statistics;
        return new(true, measured.Organization.ToWire<OrganizationNames>(), new(
            numbers.Users, numbers.ActiveUsers, numbers.Tools, numbers.ActiveTools, numbers.CallsToday, numbers.CallsThisMonth,
            Math.Round(numbers.StoredBytes / (1024.0 * 1024), 2), numbers.LastActivityAt));
    }
}

/// <param name="ToolCount">Tools that at least one person in the organization has connected.</param>
/// <param name="ActiveToolCount">Those of them that can be used now.</param>
/// <param name="ApiCallsToday">Requests about the organization on this day (UTC).</param>
/// <param name="ApiCallsThisMonth">Requests about the organization in this calendar month (UTC).</param>
/// <param name="StorageUsedMb">Stored credentials in MB (1,048,576 bytes), to two decimals.</param>
/// <param name="LastActivity">When a member or a service key of it last called; null for never.</param>
internal sealed record OrganizationNumbers(
    int UserCount,
    int ActiveUserCount,
    int ToolCount,
    int ActiveToolCount,
    long ApiCallsToday,
    long ApiCallsThisMonth,
    double StorageUsedMb,
    DateTimeOffset? LastActivity);

internal sealed record OrganizationNames(OrganizationId Id, string Name, string Slug, string? Domain);
