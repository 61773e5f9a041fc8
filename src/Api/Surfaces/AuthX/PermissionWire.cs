using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">What endpoints ask for, such as user:create.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record PermissionResponse(
    PermissionId Id,
    string Name,
    string? Description,
    string Resource,
    string Action,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="PermissionsByResource">In the order of the resources' names.</param>
/// <param name="TotalCount">How many permissions there are in all groups.</param>
internal sealed record GroupedPermissionsResponse(IReadOnlyList<PermissionGroup> PermissionsByResource, int TotalCount)
{
    /// <param name="permissions">In the order of their resources.</param>
    public static GroupedPermissionsResponse Of(IReadOnlyList<PermissionView> permissions) => new(
        [.. permissions.GroupBy(permission => permission.Resource)
            .Select(group => new PermissionGroup(group.Key, [.. group.Select(permission => permission.ToWire<PermissionResponse>())]))],
        permissions.Count);
}

/// <param name="Permissions">In the order of their names.</param>
internal sealed record PermissionGroup(string Resource, IReadOnlyList<PermissionResponse> Permissions);

/// <param name="Name">1 to 100 characters; unique.</param>
/// <param name="Resource">1 to 100 characters; unique together with the action.</param>
/// <param name="Action">1 to 50 characters.</param>
/// <param name="Description">At most 500 characters.</param>
[LimitsOf(typeof(CreatePermissionCommand))]
internal sealed record CreatePermissionRequest(string Name, string Resource, string Action, string? Description = null)
{
    public CreatePermissionCommand ToCommand(Caller caller) =>
        new(caller, Name, Description, Resource, Action);
}

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Name">1 to 100 characters; unique.</param>
/// <param name="Resource">1 to 100 characters; unique together with the action.</param>
/// <param name="Action">1 to 50 characters.</param>
/// <param name="Description">At most 500 characters.</param>
[LimitsOf(typeof(UpdatePermissionCommand))]
internal sealed record UpdatePermissionRequest(
    string? Name = null,
    string? Resource = null,
    string? Action = null,
    string? Description = null)
{
    public UpdatePermissionCommand ToCommand(Caller caller, Guid permission) =>
        new(caller, new PermissionId(permission), Name, Description, Resource, Action);
}

internal sealed class PermissionWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<PermissionView, PermissionResponse>();
}
