using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Username">The username or the email.</param>
/// <param name="TenantDomain">The tenant; the header X-Tenant-Domain is not looked at here.</param>
internal sealed record TenantLoginRequest(
    [property: MaxLength(254)] string? Username = null,
    [property: MaxLength(128)] string? Password = null,
    [property: MaxLength(255)] string? TenantDomain = null)
{
    public override string ToString() => nameof(TenantLoginRequest);
}

/// <param name="Token">The access token; it lasts as long as those of the other documents.</param>
internal sealed record TenantLoginResponse(string Token, TenantLoginUser User)
{
    public override string ToString() => nameof(TenantLoginResponse);
}

/// <param name="Role">admin, user or viewer; a super admin is an admin here.</param>
internal sealed record TenantLoginUser(
    long Id,
    string Username,
    string Email,
    [property: AllowedValues("admin", "user", "viewer")] string Role);

/// <param name="Role">admin, user or viewer; user where left out.</param>
[LimitsOf(typeof(CreateUserCommand))]
internal sealed record TenantUserRequest(
    string Username,
    string Email,
    string Password,
    string? FirstName = null,
    string? LastName = null,
    [property: AllowedValues("admin", "user", "viewer")] string Role = "user")
{
    public override string ToString() => nameof(TenantUserRequest);
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="Password">A new one ends all logins of the user.</param>
/// <param name="Role">admin, user or viewer.</param>
/// <param name="IsActive">False takes the user out of service, as deleting does; true brings one back.</param>
internal sealed record TenantUserChangeRequest(
    [property: MaxLength(100)] string? Username = null,
    [property: MaxLength(254)] string? Email = null,
    [property: MaxLength(128)] string? Password = null,
    [property: MaxLength(100)] string? FirstName = null,
    [property: MaxLength(100)] string? LastName = null,
    [property: AllowedValues("admin", "user", "viewer")] string? Role = null,
    bool? IsActive = null)
{
    public override string ToString() => nameof(TenantUserChangeRequest);
}

/// <param name="Id">A number below 2^53.</param>
/// <param name="Role">admin, user or viewer; a super admin is an admin here.</param>
/// <param name="IsActive">False for one who was deleted.</param>
internal sealed record TenantUserResponse(
    long Id,
    string Username,
    string Email,
    string FirstName,
    string LastName,
    [property: AllowedValues("admin", "user", "viewer")] string Role,
    bool IsActive);
