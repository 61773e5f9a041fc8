using Mapster;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="IsActive">An inactive role allows nothing to those who have it.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record RoleResponse(
    RoleId Id,
    string Name,
    string? Description,
    bool IsActive,
    OrganizationId OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="Name">1 to 100 characters; unique in the organization without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="OrganizationId">Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own,
/// whatever stands here.</param>
[LimitsOf(typeof(CreateRoleCommand))]
internal sealed record CreateRoleRequest(
    string Name,
    string? Description = null,
    bool IsActive = true,
    Guid? OrganizationId = null)
{
    public CreateRoleCommand ToCommand(Caller caller, OrganizationId? organization) =>
        new(caller, Name, Description, IsActive, organization);
}

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Name">1 to 100 characters; unique in the organization without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="IsActive">An inactive role allows nothing to those who have it.</param>
[LimitsOf(typeof(UpdateRoleCommand))]
internal sealed record UpdateRoleRequest(string? Name = null, string? Description = null, bool? IsActive = null)
{
    public UpdateRoleCommand ToCommand(Caller caller, Guid role) =>
        new(caller, new RoleId(role), Name, Description, IsActive);
}

/// <param name="PermissionIds">Of the permissions of all organizations.</param>
[LimitsOf(typeof(AssignPermissionsCommand))]
internal sealed record RolePermissionsRequest(IReadOnlyList<Guid> PermissionIds)
{
    public AssignPermissionsCommand ToAssignPermissions(Caller caller, Guid role) =>
        new(caller, new RoleId(role), [.. PermissionIds.Select(id => new PermissionId(id))]);

    public RemovePermissionsCommand ToRemovePermissions(Caller caller, Guid role) =>
        new(caller, new RoleId(role), [.. PermissionIds.Select(id => new PermissionId(id))]);
}

internal sealed class RoleWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<RoleView, RoleResponse>();
}
