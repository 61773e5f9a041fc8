using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">What endpoints ask for, such as user:create.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record PermissionResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="PermissionsByResource">In the order of the resources' names.</param>
/// <param name="TotalCount">How many permissions there are in all groups.</param>
internal sealed record GroupedPermissionsResponse(
    [property: JsonPropertyName("permissions_by_resource")] IReadOnlyList<PermissionGroup> PermissionsByResource,
    [property: JsonPropertyName("total_count")] int TotalCount);

/// <param name="Permissions">In the order of their names.</param>
internal sealed record PermissionGroup(
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("permissions")] IReadOnlyList<PermissionResponse> Permissions);

/// <param name="Name">1 to 100 characters; unique.</param>
/// <param name="Resource">1 to 100 characters; unique together with the action.</param>
/// <param name="Action">1 to 50 characters.</param>
/// <param name="Description">At most 500 characters.</param>
internal sealed record CreatePermissionRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("description")] string? Description = null);

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Name">1 to 100 characters; unique.</param>
/// <param name="Resource">1 to 100 characters; unique together with the action.</param>
/// <param name="Action">1 to 50 characters.</param>
/// <param name="Description">At most 500 characters.</param>
internal sealed record UpdatePermissionRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("resource")] string? Resource = null,
    [property: JsonPropertyName("action")] string? Action = null,
    [property: JsonPropertyName("description")] string? Description = null);
