using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="UserId">A user of the tenant.</param>
/// <param name="Role">member, admin or owner; only owners and system admins make owners.</param>
internal sealed record AddOrganizationUserRequest(
    [property: JsonPropertyName("user_id")] Guid UserId,
    [property: JsonPropertyName("role"), AllowedValues("member", "admin", "owner")] string Role = "member");

internal sealed record OrganizationUsersResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("organization")] OrganizationNames Organization,
    [property: JsonPropertyName("users")] IReadOnlyList<OrganizationUser> Users,
    [property: JsonPropertyName("pagination")] OrganizationUserPages Pagination);

/// <param name="Role">member, admin or owner.</param>
internal sealed record OrganizationUser(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("role"), AllowedValues("member", "admin", "owner")] string Role,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("joined_at")] string JoinedAt);

/// <param name="Total">How many there are in the whole list.</param>
internal sealed record OrganizationUserPages(
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("has_next")] bool HasNext);

/// <summary>Something that was done and has nothing to show.</summary>
/// <param name="Message">For people.</param>
internal sealed record DoneResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message);
