using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of users and the use cases.</summary>
internal static class UserMapping
{
    public static CreateUserCommand ToCommand(this CreateUserRequest request, Caller caller, OrganizationId? organization) =>
        new(caller, request.Email, request.Username, request.Password, request.FirstName, request.LastName, organization);

    public static UpdateUserCommand ToCommand(this UpdateUserRequest request, Caller caller, Guid user) =>
        new(caller, new UserId(user), request.Username, request.FirstName, request.LastName, request.IsActive, request.IsVerified);

    public static UpdateProfileCommand ToCommand(this UpdateProfileRequest request, Caller caller) =>
        new(caller, request.Username, request.FirstName, request.LastName);

    public static AssignRolesCommand ToAssignRoles(this UserRolesRequest request, Caller caller, Guid user) =>
        new(caller, new UserId(user), [.. request.RoleIds.Select(id => new RoleId(id))]);

    public static RemoveRolesCommand ToRemoveRoles(this UserRolesRequest request, Caller caller, Guid user) =>
        new(caller, new UserId(user), [.. request.RoleIds.Select(id => new RoleId(id))]);

    public static UserResponse ToWire(this UserView user) => new(
        user.Id.ToString(), user.Email, user.Username, user.FirstName, user.LastName, user.IsActive, user.IsVerified, user.Organization.ToString(),
        user.CreatedAt, user.UpdatedAt);

    public static UserPermissionsResponse ToWire(this UserPermissionsView view) => new(view.User.ToString(), view.Organization.ToString(), view.Permissions);

    public static IReadOnlyList<string> ToWire(this IEnumerable<RoleId> roles) => [.. roles.Select(role => role.ToString())];
}
