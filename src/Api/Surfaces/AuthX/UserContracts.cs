using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="IsVerified">Set by an administrator; signing in does not need it.</param>
/// <param name="OrganizationId">The user's home: the organization that administers the user.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record UserResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("first_name")] string? FirstName,
    [property: JsonPropertyName("last_name")] string? LastName,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("is_verified")] bool IsVerified,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="FirstName">At most 100 characters.</param>
/// <param name="LastName">At most 100 characters.</param>
/// <param name="OrganizationId">Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own, whatever stands here.</param>
internal sealed record CreateUserRequest(
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("password")] string Password,
    [property: JsonPropertyName("first_name")] string? FirstName = null,
    [property: JsonPropertyName("last_name")] string? LastName = null,
    [property: JsonPropertyName("organization_id")] Guid? OrganizationId = null);

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="FirstName">At most 100 characters; empty takes it away.</param>
/// <param name="LastName">At most 100 characters; empty takes it away.</param>
/// <param name="IsActive">False ends all sessions of the user.</param>
internal sealed record UpdateUserRequest(
    [property: JsonPropertyName("username")] string? Username = null,
    [property: JsonPropertyName("first_name")] string? FirstName = null,
    [property: JsonPropertyName("last_name")] string? LastName = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null,
    [property: JsonPropertyName("is_verified")] bool? IsVerified = null);

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="FirstName">At most 100 characters; empty takes it away.</param>
/// <param name="LastName">At most 100 characters; empty takes it away.</param>
internal sealed record UpdateProfileRequest(
    [property: JsonPropertyName("username")] string? Username = null,
    [property: JsonPropertyName("first_name")] string? FirstName = null,
    [property: JsonPropertyName("last_name")] string? LastName = null);

/// <param name="OrganizationId">The user's home, where the permissions are good.</param>
/// <param name="Permissions">Names such as user:create, in their order.</param>
internal sealed record UserPermissionsResponse(
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("permissions")] IReadOnlyList<string> Permissions);

/// <param name="RoleIds">Of the user's home organization.</param>
internal sealed record UserRolesRequest([property: JsonPropertyName("role_ids")] IReadOnlyList<Guid> RoleIds);
