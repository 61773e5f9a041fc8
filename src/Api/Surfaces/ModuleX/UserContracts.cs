using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Token">The token that the first start printed; good once.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
internal sealed record BootstrapRequest(
    [property: JsonPropertyName("token"), MaxLength(256)] string Token,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("username")] string? Username = null);

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
/// <param name="Role">USER, ADMIN or SUPER_ADMIN; USER where it is left out. Not above the caller's own.</param>
internal sealed record CreateUserRequest(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("username")] string? Username = null,
    [property: JsonPropertyName("role"), AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role = "USER");

/// <summary>An account that was made for somebody.</summary>
internal sealed record CreatedUserResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("user")] CreatedUser User);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record CreatedUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("role"), AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt);
