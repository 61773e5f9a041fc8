using Mapster;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="IsVerified">Set by an administrator; signing in does not need it.</param>
/// <param name="OrganizationId">The user's home: the organization that administers the user.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record UserResponse(
    UserId Id,
    string Email,
    string Username,
    string? FirstName,
    string? LastName,
    bool IsActive,
    bool IsVerified,
    OrganizationId OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="Email">Becomes the account's name; unique without regard to case.</param>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="Password">As the server's policy wants it; at most 128 characters.</param>
/// <param name="FirstName">At most 100 characters.</param>
/// <param name="LastName">At most 100 characters.</param>
/// <param name="OrganizationId">Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own,
/// whatever stands here.</param>
[LimitsOf(typeof(CreateUserCommand))]
internal sealed record CreateUserRequest(
    string Email,
    string Username,
    string Password,
    string? FirstName = null,
    string? LastName = null,
    Guid? OrganizationId = null)
{
    public CreateUserCommand ToCommand(Caller caller, OrganizationId? organization) =>
        new(caller, Email, Username, Password, FirstName, LastName, organization);
}

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="FirstName">At most 100 characters; empty takes it away.</param>
/// <param name="LastName">At most 100 characters; empty takes it away.</param>
/// <param name="IsActive">False ends all sessions of the user.</param>
[LimitsOf(typeof(UpdateUserCommand))]
internal sealed record UpdateUserRequest(
    string? Username = null,
    string? FirstName = null,
    string? LastName = null,
    bool? IsActive = null,
    bool? IsVerified = null)
{
    public UpdateUserCommand ToCommand(Caller caller, Guid user) =>
        new(caller, new UserId(user), Username, FirstName, LastName, IsActive, IsVerified);
}

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Username">1 to 100 characters; unique without regard to case.</param>
/// <param name="FirstName">At most 100 characters; empty takes it away.</param>
/// <param name="LastName">At most 100 characters; empty takes it away.</param>
[LimitsOf(typeof(UpdateProfileCommand))]
internal sealed record UpdateProfileRequest(string? Username = null, string? FirstName = null, string? LastName = null)
{
    public UpdateProfileCommand ToCommand(Caller caller) =>
        new(caller, Username, FirstName, LastName);
}

/// <param name="OrganizationId">The user's home, where the permissions are good.</param>
/// <param name="Permissions">Names such as user:create, in their order.</param>
internal sealed record UserPermissionsResponse(UserId UserId, OrganizationId OrganizationId, IReadOnlyList<string> Permissions);

/// <param name="RoleIds">Of the user's home organization.</param>
[LimitsOf(typeof(AssignRolesCommand))]
internal sealed record UserRolesRequest(IReadOnlyList<Guid> RoleIds)
{
    public AssignRolesCommand ToAssignRoles(Caller caller, Guid user) =>
        new(caller, new UserId(user), [.. RoleIds.Select(id => new RoleId(id))]);

    public RemoveRolesCommand ToRemoveRoles(Caller caller, Guid user) =>
        new(caller, new UserId(user), [.. RoleIds.Select(id => new RoleId(id))]);
}

internal sealed class UserWire : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<UserView, UserResponse>();
        config.NewConfig<UserPermissionsView, UserPermissionsResponse>();
    }
}
