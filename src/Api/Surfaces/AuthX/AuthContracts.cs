using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="FirstName">At most 100 characters.</param>
/// <param name="LastName">At most 100 characters.</param>
/// <param name="OrganizationId">An organization that is open for registration; the default one where it is left out.</param>
internal sealed record RegisterRequest(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("first_name")] string? FirstName = null,
    [property: JsonPropertyName("last_name")] string? LastName = null,
    [property: JsonPropertyName("organization_id")] Guid? OrganizationId = null);

/// <param name="OrganizationSlug">The organization of the user that requests with the token are about; the user's home where it is left out.</param>
internal sealed record LoginRequest(
    [property: JsonPropertyName("email"), MaxLength(254)] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("organization_slug"), MaxLength(50)] string? OrganizationSlug = null);

/// <summary>The form of OAuth 2.0's password grant (RFC 6749, section 4.3.2), as clients written for FastAPI send it.</summary>
/// <param name="Username">The e-mail address, or the username.</param>
/// <param name="OrganizationSlug">As in JSON.</param>
/// <param name="GrantType">password, where it is sent.</param>
/// <param name="Scope">Of the grant; what a person may do does not depend on it.</param>
/// <param name="ClientId">Of the grant; anybody may sign in here.</param>
/// <param name="ClientSecret">Of the grant, as the id.</param>
internal sealed record LoginForm(
    [property: JsonPropertyName("username"), MaxLength(254)] string Username,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("organization_slug"), MaxLength(50)] string? OrganizationSlug = null,
    [property: JsonPropertyName("grant_type"), AllowedValues("password")] string? GrantType = null,
    [property: JsonPropertyName("scope")] string? Scope = null,
    [property: JsonPropertyName("client_id")] string? ClientId = null,
    [property: JsonPropertyName("client_secret")] string? ClientSecret = null);

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record LoginResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("token_type"), AllowedValues("bearer")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("user")] LoginUser User);

/// <param name="OrganizationId">The user's home.</param>
internal sealed record LoginUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("first_name")] string? FirstName,
    [property: JsonPropertyName("last_name")] string? LastName,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("organization_id")] string OrganizationId);

/// <param name="RefreshToken">From this API's login; it stays good until its session ends.</param>
internal sealed record RefreshRequest([property: JsonPropertyName("refresh_token")] string RefreshToken);

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record RefreshResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type"), AllowedValues("bearer")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <param name="RefreshToken">Of the session to end.</param>
internal sealed record LogoutRequest([property: JsonPropertyName("refresh_token"), MaxLength(4096)] string RefreshToken);

/// <param name="NewPassword">As the server's policy wants it; at most 128 characters.</param>
internal sealed record ChangePasswordRequest(
    [property: JsonPropertyName("current_password")] string CurrentPassword,
    [property: JsonPropertyName("new_password")] string NewPassword);
