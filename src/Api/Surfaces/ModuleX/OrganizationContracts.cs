using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Slug">2 to 50 of a-z, 0-9 and -; unique, and never changes.</param>
/// <param name="Name">For people; 1 to 255 characters.</param>
/// <param name="Domain">An internet domain, such as acme.com; unique.</param>
/// <param name="MaxUsers">How many users it may have; 100 where it is left out.</param>
/// <param name="MaxTools">How many tools it may install; 50 where it is left out.</param>
/// <param name="Settings">The organization's own settings: an object.</param>
internal sealed record CreateOrganizationRequest(
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string? Domain = null,
    [property: JsonPropertyName("max_users")] int? MaxUsers = null,
    [property: JsonPropertyName("max_tools")] int? MaxTools = null,
    [property: JsonPropertyName("settings")] JsonElement? Settings = null);

/// <summary>What to change; what is left out stays as it is.</summary>
/// <param name="Domain">An empty text takes it away.</param>
/// <param name="MaxUsers">Not less than the users that the organization has.</param>
/// <param name="IsActive">False keeps the members from acting in it; the default organization stays active.</param>
/// <param name="Settings">The whole object: it replaces the old one.</param>
internal sealed record UpdateOrganizationRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("domain")] string? Domain = null,
    [property: JsonPropertyName("max_users")] int? MaxUsers = null,
    [property: JsonPropertyName("max_tools")] int? MaxTools = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null,
    [property: JsonPropertyName("settings")] JsonElement? Settings = null);

internal sealed record CreateOrganizationResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("organization")] NewOrganization Organization);

internal sealed record OrganizationListResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organizations")] IReadOnlyList<ListedOrganization> Organizations,
    [property: JsonPropertyName("pagination")] OrganizationPages Pagination);

internal sealed record OrganizationDetailsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization")] OrganizationDetails Organization);

internal sealed record OrganizationResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization")] OrganizationFacts Organization);

/// <param name="UpdatedFields">The names of the fields that were sent.</param>
internal sealed record UpdateOrganizationResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("updated_fields")] IReadOnlyList<string> UpdatedFields);

internal sealed record OrganizationStatisticsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization")] OrganizationNames Organization,
    [property: JsonPropertyName("stats")] OrganizationNumbers Stats);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record NewOrganization(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string? Domain,
    [property: JsonPropertyName("max_users")] int MaxUsers,
    [property: JsonPropertyName("max_tools")] int MaxTools,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("is_default")] bool IsDefault,
    [property: JsonPropertyName("settings")] JsonElement Settings,
    [property: JsonPropertyName("created_at")] string CreatedAt);

internal sealed record ListedOrganization(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string? Domain,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("max_users")] int MaxUsers,
    [property: JsonPropertyName("created_at")] string CreatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationFacts(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string? Domain,
    [property: JsonPropertyName("max_users")] int MaxUsers,
    [property: JsonPropertyName("max_tools")] int MaxTools,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("is_default")] bool IsDefault,
    [property: JsonPropertyName("settings")] JsonElement Settings,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record OrganizationDetails(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string? Domain,
    [property: JsonPropertyName("max_users")] int MaxUsers,
    [property: JsonPropertyName("max_tools")] int MaxTools,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("is_default")] bool IsDefault,
    [property: JsonPropertyName("settings")] JsonElement Settings,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt,
    [property: JsonPropertyName("stats")] OrganizationPlaces Stats);

/// <param name="UsersRemaining">How many more may join.</param>
internal sealed record OrganizationPlaces(
    [property: JsonPropertyName("current_users")] int CurrentUsers,
    [property: JsonPropertyName("users_remaining")] int UsersRemaining,
    [property: JsonPropertyName("can_add_user")] bool CanAddUser);

internal sealed record OrganizationNames(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("domain")] string? Domain);

/// <param name="ToolCount">Tools that somebody in the organization has connected.</param>
/// <param name="ActiveToolCount">Those of them that somebody can use now.</param>
/// <param name="ApiCallsToday">Requests about the organization on this day (UTC).</param>
/// <param name="ApiCallsThisMonth">Requests about the organization in this calendar month (UTC).</param>
/// <param name="StorageUsedMb">Stored credentials in MB (1,048,576 bytes), to two decimals.</param>
/// <param name="LastActivity">When a member or a service key of it last called; null for never.</param>
internal sealed record OrganizationNumbers(
    [property: JsonPropertyName("user_count")] int UserCount,
    [property: JsonPropertyName("active_user_count")] int ActiveUserCount,
    [property: JsonPropertyName("tool_count")] int ToolCount,
    [property: JsonPropertyName("active_tool_count")] int ActiveToolCount,
    [property: JsonPropertyName("api_calls_today")] long ApiCallsToday,
    [property: JsonPropertyName("api_calls_this_month")] long ApiCallsThisMonth,
    [property: JsonPropertyName("storage_used_mb")] double StorageUsedMb,
    [property: JsonPropertyName("last_activity")] string? LastActivity);

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationPages(
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("has_next")] bool HasNext,
    [property: JsonPropertyName("has_previous")] bool HasPrevious);
