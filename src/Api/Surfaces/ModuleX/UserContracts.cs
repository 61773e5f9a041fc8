using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Token">The token that the first start printed; good once.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
[LimitsOf(typeof(CreateFirstAdminCommand))]
internal sealed record BootstrapRequest(
    [property: MaxLength(256)] string Token,
    string Email,
    string Password,
    string? Username = null);

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
/// <param name="Role">USER, ADMIN or SUPER_ADMIN; USER where it is left out. Not above the caller's own.</param>
[LimitsOf(typeof(CreateUserCommand))]
internal sealed record CreateUserRequest(
    string Email,
    string Password,
    string? Username = null,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role = "USER");

/// <summary>An account that was made for somebody.</summary>
internal sealed record CreatedUserResponse(bool Success, string Message, CreatedUser User);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record CreatedUser(
    string Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    DateTimeOffset CreatedAt);
