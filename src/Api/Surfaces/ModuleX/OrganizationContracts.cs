using System.Text.Json;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Slug">2 to 50 of a-z, 0-9 and -; unique, and never changes.</param>
/// <param name="Name">For people; 1 to 255 characters.</param>
/// <param name="Domain">An internet domain, such as acme.com; unique.</param>
/// <param name="MaxUsers">How many users it may have; 100 where it is left out.</param>
/// <param name="MaxTools">How many tools it may install; 50 where it is left out.</param>
/// <param name="Settings">The organization's own settings: an object.</param>
[LimitsOf(typeof(CreateOrganizationCommand))]
internal sealed record CreateOrganizationRequest(
    string Slug,
    string Name,
    string? Domain = null,
    int? MaxUsers = null,
    int? MaxTools = null,
    JsonElement? Settings = null);

/// <summary>What to change; what is left out stays as it is.</summary>
/// <param name="Domain">An empty text takes it away.</param>
/// <param name="MaxUsers">Not less than the users that the organization has.</param>
/// <param name="IsActive">False keeps the members from acting in it; the default organization stays active.</param>
/// <param name="Settings">The whole object: it replaces the old one.</param>
[LimitsOf(typeof(UpdateOrganizationCommand))]
internal sealed record UpdateOrganizationRequest(
    string? Name = null,
    string? Domain = null,
    int? MaxUsers = null,
    int? MaxTools = null,
    bool? IsActive = null,
    JsonElement? Settings = null);

internal sealed record CreateOrganizationResponse(bool Success, string Message, NewOrganization Organization);

internal sealed record OrganizationListResponse(
    bool Success,
    IReadOnlyList<ListedOrganization> Organizations,
    OrganizationPages Pagination);

internal sealed record OrganizationDetailsResponse(bool Success, OrganizationDetails Organization);

internal sealed record OrganizationResponse(bool Success, OrganizationFacts Organization);

/// <param name="UpdatedFields">The names of the fields that were sent.</param>
internal sealed record UpdateOrganizationResponse(bool Success, string Message, IReadOnlyList<string> UpdatedFields);

internal sealed record OrganizationStatisticsResponse(
    bool Success,
    OrganizationNames Organization,
    OrganizationNumbers Stats);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record NewOrganization(
    string Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt);

internal sealed record ListedOrganization(
    string Id,
    string Slug,
    string Name,
    string? Domain,
    bool IsActive,
    int MaxUsers,
    DateTimeOffset CreatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationFacts(
    string Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationDetails(
    string Id,
    string Slug,
    string Name,
    string? Domain,
    int MaxUsers,
    int MaxTools,
    bool IsActive,
    bool IsDefault,
    JsonElement Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    OrganizationPlaces Stats);

/// <param name="UsersRemaining">How many more may join.</param>
internal sealed record OrganizationPlaces(int CurrentUsers, int UsersRemaining, bool CanAddUser);

internal sealed record OrganizationNames(string Id, string Name, string Slug, string? Domain);

/// <param name="ToolCount">Tools that somebody in the organization has connected.</param>
/// <param name="ActiveToolCount">Those of them that somebody can use now.</param>
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

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationPages(
    int Total,
    int Page,
    int Limit,
    int TotalPages,
    bool HasNext,
    bool HasPrevious);
