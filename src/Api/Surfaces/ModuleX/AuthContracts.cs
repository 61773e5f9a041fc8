using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
internal sealed record RegisterRequest(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("username")] string? Username = null);

/// <param name="RememberMe">True lets the session last for 30 days without use instead of 7.</param>
internal sealed record LoginRequest(
    [property: JsonPropertyName("email"), MaxLength(254)] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("remember_me")] bool RememberMe = false);

/// <param name="RefreshToken">Good once: the answer has the next one.</param>
internal sealed record RefreshRequest([property: JsonPropertyName("refresh_token")] string RefreshToken);

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record TokensResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("token_type"), AllowedValues("bearer")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("user")] TokenUser User);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC; only in the answer to a registration.</param>
internal sealed record TokenUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("role"), AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CreatedAt);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="OrganizationIds">The organizations that the user is a member of, the primary one first.</param>
/// <param name="PrimaryOrganizationId">The user's home.</param>
internal sealed record MeResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("role"), AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("organization_ids")] IReadOnlyList<string> OrganizationIds,
    [property: JsonPropertyName("primary_organization_id")] string PrimaryOrganizationId);

/// <param name="Total">How many organizations there are.</param>
internal sealed record MyOrganizationsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("organizations")] IReadOnlyList<MyOrganization> Organizations,
    [property: JsonPropertyName("total")] int Total);

/// <param name="Role">member, admin or owner.</param>
/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record MyOrganization(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("slug")] string Slug,
    [property: JsonPropertyName("role"), AllowedValues("member", "admin", "owner")] string Role,
    [property: JsonPropertyName("is_default")] bool IsDefault);
