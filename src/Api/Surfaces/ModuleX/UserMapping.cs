using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Accounts that are made for somebody, on the wire.</summary>
internal static class UserMapping
{
    private static readonly string[] Roles = ["VIEWER", "USER", "ADMIN", "SUPER_ADMIN"];

    /// <exception cref="InvalidRequestException">The role is none of the words.</exception>
    public static CreateUserCommand ToCommand(this CreateUserRequest request, Caller caller) =>
        new(caller, request.Email, request.Username, request.Password, null, null, null, RoleOf(request.Role), JoinsDefault: true);

    public static CreatedUserResponse ToCreated(this UserView user) => new(
        true, $"User '{user.Email}' created successfully",
        new(user.Id.ToString(), user.Email, user.Username, user.Role.ToWire(), user.IsActive, user.CreatedAt));

    private static SystemRole RoleOf(string word) => word.ToUpperInvariant() switch
    {
        "VIEWER" => SystemRole.Viewer,
        "USER" => SystemRole.User,
        "ADMIN" => SystemRole.Admin,
        "SUPER_ADMIN" => SystemRole.SuperAdmin,
        _ => throw new InvalidRequestException(RequestErrors.Invalid(
            $"role must be one of {string.Join(", ", Roles)}",
            new Problem("/role", $"must be one of {string.Join(", ", Roles)}")
                { Rule = ProblemRule.Enum, Limits = ProblemLimit.OfWords(Roles), Input = word })),
    };
}
