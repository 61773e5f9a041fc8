using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.Tenants;

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

    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public CreateUserCommand ToCommand(Caller caller) => new(
        caller, Email, Username, Password, FirstName, LastName, null, TenantRoles.Of(Role), JoinsDefault: true);
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

    /// <param name="user">As it is. A super admin is an admin on this wire, so that word alone makes no difference to one.</param>
    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public UpdateUserCommand ToCommand(Caller caller, UserView user) =>
        new(caller, user.Id, Username, FirstName, LastName, IsActive, null)
        {
            Account = new(Email, Password, Role is not { } word || TenantRoles.Of(word).ToWord() == user.Role.ToWord() ? null : TenantRoles.Of(word)),
        };
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
    bool IsActive)
{
    public static TenantUserResponse Of(UserView user) =>
        new(user.Number, user.Username, user.Email, user.FirstName ?? "", user.LastName ?? "", user.Role.ToWord(), user.IsActive);
}
