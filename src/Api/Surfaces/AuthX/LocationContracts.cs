using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Locations;

namespace ModuleX.Api.Surfaces.AuthX;

/// <param name="Name">1 to 255 characters.</param>
/// <param name="Code">1 to 50 of A-Z, 0-9, _ and -; unique in the organization, and never changed.</param>
/// <param name="OrganizationId">A super admin has to name it, here or in the query; everybody else's is that of the token.</param>
[LimitsOf(typeof(CreateLocationCommand))]
internal sealed record NewLocationRequest(
    string Name,
    string Code,
    string? Description = null,
    string? Address = null,
    string? City = null,
    string? State = null,
    string? Country = null,
    string? PostalCode = null,
    Guid? OrganizationId = null);

/// <summary>What is left out, or null, stays as it is.</summary>
/// <param name="IsActive">Nobody can be assigned to an inactive location.</param>
[LimitsOf(typeof(UpdateLocationCommand))]
internal sealed record LocationUpdateRequest(
    string? Name = null,
    string? Description = null,
    string? Address = null,
    string? City = null,
    string? State = null,
    string? Country = null,
    string? PostalCode = null,
    bool? IsActive = null);

internal sealed record LocationResponse(
    string Id,
    string Name,
    string Code,
    string? Description,
    string? Address,
    string? City,
    string? State,
    string? Country,
    string? PostalCode,
    bool IsActive,
    string OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="LocationIds">All places that the user is to have; the earlier ones are taken away.</param>
/// <param name="PrimaryLocationId">One of them. Left out, the primary one stays where it is among them.</param>
[LimitsOf(typeof(AssignLocationsCommand))]
internal sealed record AssignmentRequest(
    Guid UserId,
    [property: MaxLength(500)] IReadOnlyList<Guid> LocationIds,
    Guid? PrimaryLocationId = null);

/// <param name="PrimaryLocation">Null where none of them is.</param>
internal sealed record AssignmentResponse(
    string UserId,
    IReadOnlyList<string> AssignedLocations,
    string? PrimaryLocation);

/// <param name="IsPrimary">True for one of the user's locations at the most.</param>
internal sealed record UserLocationResponse(
    string UserId,
    string LocationId,
    bool IsPrimary,
    LocationResponse Location);

/// <param name="IsPrimary">Whether the location is the user's primary one.</param>
internal sealed record LocationUserResponse(
    string Id,
    string Email,
    string Username,
    string? FirstName,
    string? LastName,
    bool IsActive,
    bool IsPrimary);
