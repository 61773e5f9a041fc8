using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="Username">1 to 100 characters; made from the email where it is left out.</param>
[LimitsOf(typeof(RegisterUserCommand))]
internal sealed record RegisterRequest(string Email, string Password, string? Username = null);

/// <param name="RememberMe">True lets the session last for 30 days without use instead of 7.</param>
[LimitsOf(typeof(SignInCommand))]
internal sealed record LoginRequest([property: MaxLength(254)] string Email, string Password, bool RememberMe = false);

/// <param name="RefreshToken">Good once: the answer has the next one.</param>
[LimitsOf(typeof(RefreshLoginSessionCommand))]
internal sealed record RefreshRequest(string RefreshToken);

/// <param name="TokenType">bearer.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
internal sealed record TokensResponse(
    string AccessToken,
    string RefreshToken,
    [property: AllowedValues("bearer")] string TokenType,
    int ExpiresIn,
    TokenUser User);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC; only in the answer to a registration.</param>
internal sealed record TokenUser(
    string Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? CreatedAt);

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="OrganizationIds">The organizations that the user is a member of, the primary one first.</param>
/// <param name="PrimaryOrganizationId">The user's home.</param>
internal sealed record MeResponse(
    string Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    IReadOnlyList<string> OrganizationIds,
    string PrimaryOrganizationId);

/// <param name="Total">How many organizations there are.</param>
internal sealed record MyOrganizationsResponse(
    bool Success,
    string UserId,
    IReadOnlyList<MyOrganization> Organizations,
    int Total);

/// <param name="Role">member, admin or owner.</param>
/// <param name="IsDefault">True for the organization that every new user joins.</param>
internal sealed record MyOrganization(
    string Id,
    string Name,
    string Slug,
    [property: AllowedValues("member", "admin", "owner")] string Role,
    bool IsDefault);
