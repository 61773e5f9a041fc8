using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">For people; 1 to 255 characters.</param>
/// <param name="Slug">2 to 50 of a-z, 0-9 and -; unique, and never changes.</param>
/// <param name="MaxUsers">How many users it may have; 100 where it is left out.</param>
internal sealed record CreateOrganizationRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("max_users")] int? MaxUsers = null);

/// <summary>What to change; what is left out stays as it is.</summary>
/// <param name="Description">An empty text takes it away.</param>
/// <param name="MaxUsers">Not less than the users that the organization has.</param>
/// <param name="IsActive">False keeps the users from acting in it; the default organization stays active.</param>
internal sealed record UpdateOrganizationRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("max_users")] int? MaxUsers = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

/// <param name="Locations">Its places, by code.</param>
internal sealed record OrganizationResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("max_users")] int MaxUsers,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("locations")] IReadOnlyList<OrganizationLocation> Locations,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

internal sealed record OrganizationLocation(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("is_active")] bool IsActive);
