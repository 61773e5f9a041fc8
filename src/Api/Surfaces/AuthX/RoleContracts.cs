using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="IsActive">An inactive role allows nothing to those who have it.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record RoleResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="Name">1 to 100 characters; unique in the organization without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="OrganizationId">Super admins have to name one, here or in the query; admins of the tenant may. For everybody else it is their own, whatever stands here.</param>
internal sealed record CreateRoleRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("is_active")] bool IsActive = true,
    [property: JsonPropertyName("organization_id")] Guid? OrganizationId = null);

/// <summary>What is left out or null stays as it is.</summary>
/// <param name="Name">1 to 100 characters; unique in the organization without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="IsActive">An inactive role allows nothing to those who have it.</param>
internal sealed record UpdateRoleRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

/// <param name="PermissionIds">Of the permissions of all organizations.</param>
internal sealed record RolePermissionsRequest([property: JsonPropertyName("permission_ids")] IReadOnlyList<Guid> PermissionIds);
