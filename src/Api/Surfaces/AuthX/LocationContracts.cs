using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">1 to 255 characters.</param>
/// <param name="Code">1 to 50 of A-Z, 0-9, _ and -; unique in the organization, and never changed.</param>
/// <param name="OrganizationId">A super admin has to name it, here or in the query; everybody else's is that of the token.</param>
internal sealed record NewLocationRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("address")] string? Address = null,
    [property: JsonPropertyName("city")] string? City = null,
    [property: JsonPropertyName("state")] string? State = null,
    [property: JsonPropertyName("country")] string? Country = null,
    [property: JsonPropertyName("postal_code")] string? PostalCode = null,
    [property: JsonPropertyName("organization_id")] Guid? OrganizationId = null);

/// <summary>What is left out, or null, stays as it is.</summary>
/// <param name="IsActive">Nobody can be assigned to an inactive location.</param>
internal sealed record LocationUpdateRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("address")] string? Address = null,
    [property: JsonPropertyName("city")] string? City = null,
    [property: JsonPropertyName("state")] string? State = null,
    [property: JsonPropertyName("country")] string? Country = null,
    [property: JsonPropertyName("postal_code")] string? PostalCode = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

internal sealed record LocationResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("address")] string? Address,
    [property: JsonPropertyName("city")] string? City,
    [property: JsonPropertyName("state")] string? State,
    [property: JsonPropertyName("country")] string? Country,
    [property: JsonPropertyName("postal_code")] string? PostalCode,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("organization_id")] string OrganizationId,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="LocationIds">All places that the user is to have; the earlier ones are taken away.</param>
/// <param name="PrimaryLocationId">One of them. Left out, the primary one stays where it is among them.</param>
internal sealed record AssignmentRequest(
    [property: JsonPropertyName("user_id")] Guid UserId,
    [property: JsonPropertyName("location_ids"), MaxLength(500)] IReadOnlyList<Guid> LocationIds,
    [property: JsonPropertyName("primary_location_id")] Guid? PrimaryLocationId = null);

/// <param name="PrimaryLocation">Null where none of them is.</param>
internal sealed record AssignmentResponse(
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("assigned_locations")] IReadOnlyList<string> AssignedLocations,
    [property: JsonPropertyName("primary_location")] string? PrimaryLocation);

/// <param name="IsPrimary">True for one of the user's locations at the most.</param>
internal sealed record UserLocationResponse(
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("location_id")] string LocationId,
    [property: JsonPropertyName("is_primary")] bool IsPrimary,
    [property: JsonPropertyName("location")] LocationResponse Location);

/// <param name="IsPrimary">Whether the location is the user's primary one.</param>
internal sealed record LocationUserResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("username")] string Username,
    [property: JsonPropertyName("first_name")] string? FirstName,
    [property: JsonPropertyName("last_name")] string? LastName,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("is_primary")] bool IsPrimary);
