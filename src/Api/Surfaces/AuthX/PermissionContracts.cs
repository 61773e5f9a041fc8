using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">What endpoints ask for, such as user:create.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record PermissionResponse(
    string Id,
    string Name,
    string? Description,
    string Resource,
    string Action,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="PermissionsByResource">In the order of the resources' names.</param>
/// <param name="TotalCount">How many permissions there are in all groups.</param>
internal sealed record GroupedPermissionsResponse(IReadOnlyList<PermissionGroup> PermissionsByResource, int TotalCount);

/// <param name="Permissions">In the order of their names.</param>
internal sealed record PermissionGroup(string Resource, IReadOnlyList<PermissionResponse> Permissions);

/// <param name="Name">1 to 100 characters; unique.</param>
/// <param name="Resource">1 to 100 characters; unique together with the action.</param>
/// <param name="Action">1 to 50 characters.</param>
/// <param name="Description">At most 500 characters.</param>
[LimitsOf(typeof(CreatePermissionCommand))]
internal sealed record CreatePermissionRequest(string Name, string Resource, string Action, string? Description = null);

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
    string? Description = null);
