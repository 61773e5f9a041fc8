using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;

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
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role = "USER")
{
    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public CreateUserCommand ToCommand(Caller caller) =>
        new(caller, Email, Username, Password, null, null, null, RoleWords.Of(Role), JoinsDefault: true);
}

/// <summary>An account that was made for a person.</summary>
internal sealed record CreatedUserResponse(bool Success, string Message, CreatedUser User)
{
    public static CreatedUserResponse Of(UserView user) => new(
        true, $"User '{user.Email}' created successfully",
        new(user.Id, user.Email, user.Username, user.Role.ToWord(), user.IsActive, user.CreatedAt));
}

/// <param name="Role">USER, ADMIN or SUPER_ADMIN.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
internal sealed record CreatedUser(
    UserId Id,
    string Email,
    string Username,
    [property: AllowedValues("VIEWER", "USER", "ADMIN", "SUPER_ADMIN")] string Role,
    bool IsActive,
    DateTimeOffset CreatedAt);
