using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Domain">What X-Tenant-Domain will name: small letters, digits, points and hyphens.</param>
/// <param name="Name">For people; the domain where left out.</param>
/// <param name="Admin">The first account of the tenant, its super admin; none where left out.</param>
internal sealed record TenantRequest(
    [property: JsonPropertyName("domain")] string Domain,
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("admin")] TenantAdminRequest? Admin = null);

internal sealed record TenantAdminRequest(
    [property: JsonPropertyName("username"), MaxLength(100)] string Username,
    [property: JsonPropertyName("email"), MaxLength(254)] string Email,
    [property: JsonPropertyName("password"), MaxLength(128)] string Password)
{
    public override string ToString() => nameof(TenantAdminRequest);
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="IsActive">False refuses the logins, tokens and keys of the tenant until it is true again.</param>
internal sealed record TenantChangeRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("domain"), MaxLength(253)] string? Domain = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

internal sealed record TenantResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("domain")] string Domain,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt);
