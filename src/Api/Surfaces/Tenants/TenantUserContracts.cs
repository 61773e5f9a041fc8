using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Username">The username or the email.</param>
/// <param name="TenantDomain">The tenant; the header X-Tenant-Domain is not looked at here.</param>
internal sealed record TenantLoginRequest(
    [property: JsonPropertyName("username"), MaxLength(254)] string? Username = null,
    [property: JsonPropertyName("password"), MaxLength(128)] string? Password = null,
    [property: JsonPropertyName("tenant_domain"), MaxLength(255)] string? TenantDomain = null)
{
    public override string ToString() => nameof(TenantLoginRequest);
}

/// <param name="Token">The access token; it lasts as long as those of the other documents.</param>
internal sealed record TenantLoginResponse(
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("user")] TenantLoginUser User)
{
    public override string ToString() => nameof(TenantLoginResponse);
}

/// <param name="Role">admin, user or viewer; a super admin is an admin here.</param>
internal sealed record TenantLoginUser(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("role"), AllowedValues("admin", "user", "viewer")] string Role);

/// <param name="Role">admin, user or viewer; user where left out.</param>
internal sealed record TenantUserRequest(
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("first_name")] string? FirstName = null,
    [property: JsonPropertyName("last_name")] string? LastName = null,
    [property: JsonPropertyName("role"), AllowedValues("admin", "user", "viewer")] string Role = "user")
{
    public override string ToString() => nameof(TenantUserRequest);
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="Password">A new one ends all logins of the user.</param>
/// <param name="Role">admin, user or viewer.</param>
/// <param name="IsActive">False takes the user out of service, as deleting does; true brings one back.</param>
internal sealed record TenantUserChangeRequest(
    [property: JsonPropertyName("username"), MaxLength(100)] string? Username = null,
    [property: JsonPropertyName("email"), MaxLength(254)] string? Email = null,
    [property: JsonPropertyName("password"), MaxLength(128)] string? Password = null,
    [property: JsonPropertyName("first_name"), MaxLength(100)] string? FirstName = null,
    [property: JsonPropertyName("last_name"), MaxLength(100)] string? LastName = null,
    [property: JsonPropertyName("role"), AllowedValues("admin", "user", "viewer")] string? Role = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null)
{
    public override string ToString() => nameof(TenantUserChangeRequest);
}

/// <param name="Id">A number below 2^53.</param>
/// <param name="Role">admin, user or viewer; a super admin is an admin here.</param>
/// <param name="IsActive">False for one who was deleted.</param>
internal sealed record TenantUserResponse(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("first_name")] string FirstName,
    [property: JsonPropertyName("last_name")] string LastName,
    [property: JsonPropertyName("role"), AllowedValues("admin", "user", "viewer")] string Role,
    [property: JsonPropertyName("is_active")] bool IsActive);
