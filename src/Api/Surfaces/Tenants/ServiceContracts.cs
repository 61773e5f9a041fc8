using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>A list in document 4's form.</summary>
/// <param name="Results">The page that was asked for.</param>
internal sealed record ListResponse<T>([property: JsonPropertyName("results")] IReadOnlyList<T> Results);

/// <param name="Name">1 to 100 letters, digits, '.', '_' and '-'; unique in the tenant, whatever the case.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">What the service signs its webhooks with, 8 to 255 characters; whsec_ and base64 is the form of Standard Webhooks. Left out: they need no signature. It is never shown.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched; true where left out.</param>
internal sealed record NewServiceRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("base_url"), MaxLength(500)] string BaseUrl,
    [property: JsonPropertyName("secret"), MaxLength(255)] string? Secret = null,
    [property: JsonPropertyName("is_active")] bool IsActive = true);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">As when it was registered.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">Empty to take it away.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
internal sealed record ServiceChangeRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("base_url"), MaxLength(500)] string? BaseUrl = null,
    [property: JsonPropertyName("secret"), MaxLength(255)] string? Secret = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

/// <param name="Id">A UUID.</param>
/// <param name="Name">The segment of the path to which its webhooks are sent.</param>
/// <param name="BaseUrl">Without a slash at the end.</param>
/// <param name="HasSecret">Whether its webhooks need a signature.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ServiceResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("base_url")] string BaseUrl,
    [property: JsonPropertyName("has_secret")] bool HasSecret,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="ExternalId">The service's own id of it.</param>
/// <param name="Type">users, subscriptions or notifications.</param>
/// <param name="Data">What is known of it.</param>
/// <param name="Revision">How often it was written.</param>
/// <param name="UpdatedAt">Of when it is: ISO 8601 in UTC.</param>
internal sealed record ServiceRecordResponse(
    [property: JsonPropertyName("external_id")] string ExternalId,
    [property: JsonPropertyName("type"), AllowedValues("users", "subscriptions", "notifications")] string Type,
    [property: JsonPropertyName("data")] JsonElement Data,
    [property: JsonPropertyName("revision")] long Revision,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);
