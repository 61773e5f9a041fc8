using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
internal sealed record TenantOrganizationRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description = null);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">1 to 100 characters, unique in the tenant.</param>
/// <param name="Description">Empty for none.</param>
internal sealed record TenantOrganizationChangeRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("description")] string? Description = null);

/// <param name="Description">Empty where there is none.</param>
/// <param name="CreatedBy">The number 0 and the name system for the tenant's first organization and for those made at the command line.</param>
internal sealed record TenantOrganizationResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("created_by")] TenantCreator CreatedBy);

internal sealed record TenantCreator(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("username")] string Username);
