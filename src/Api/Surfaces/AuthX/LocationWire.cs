using System.ComponentModel.DataAnnotations;
using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Locations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

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
    Guid? OrganizationId = null)
{
    /// <param name="organizationOfQuery">Counts where the body names none.</param>
    public CreateLocationCommand ToCommand(Caller caller, Guid? organizationOfQuery) => new(
        caller,
        (OrganizationId ?? organizationOfQuery) is { } id ? new OrganizationId(id) : null,
        Code,
        new(Name, Description, Address, City, State, Country, PostalCode));
}

/// <summary>What is left out, or null, stays as it is.</summary>
/// <param name="IsActive">No user can be assigned to an inactive location.</param>
[LimitsOf(typeof(UpdateLocationCommand))]
internal sealed record LocationUpdateRequest(
    string? Name = null,
    string? Description = null,
    string? Address = null,
    string? City = null,
    string? State = null,
    string? Country = null,
    string? PostalCode = null,
    bool? IsActive = null)
{
    public UpdateLocationCommand ToCommand(Caller caller, Guid location) => new(
        caller,
        new LocationId(location),
        new(Name, Description, Address, City, State, Country, PostalCode, IsActive));
}

internal sealed record LocationResponse(
    LocationId Id,
    string Name,
    string Code,
    string? Description,
    string? Address,
    string? City,
    string? State,
    string? Country,
    string? PostalCode,
    bool IsActive,
    OrganizationId OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="LocationIds">All places that the user is to have; the earlier ones are taken away.</param>
/// <param name="PrimaryLocationId">One of them. Left out, the primary one stays where it is among them.</param>
[LimitsOf(typeof(AssignLocationsCommand))]
internal sealed record AssignmentRequest(
    Guid UserId,
    [property: MaxLength(500)] IReadOnlyList<Guid> LocationIds,
    Guid? PrimaryLocationId = null)
{
    public AssignLocationsCommand ToCommand(Caller caller) => new(
        caller,
        new UserId(UserId),
        [.. LocationIds.Select(id => new LocationId(id))],
        PrimaryLocationId is { } primary ? new LocationId(primary) : null);
}

/// <param name="PrimaryLocation">Null where none of them is.</param>
internal sealed record AssignmentResponse(
    UserId UserId,
    IReadOnlyList<LocationId> AssignedLocations,
    LocationId? PrimaryLocation)
{
    public static AssignmentResponse Of(AssignmentView assignment) =>
        new(assignment.User, assignment.Locations, assignment.Primary);
}

/// <param name="IsPrimary">True for one of the user's locations at the most.</param>
internal sealed record UserLocationResponse(
    UserId UserId,
    LocationId LocationId,
    bool IsPrimary,
    LocationResponse Location)
{
    public static UserLocationResponse Of(UserLocationView place) =>
        new(place.User, place.Location.Id, place.IsPrimary, place.Location.ToWire<LocationResponse>());
}

/// <param name="IsPrimary">Whether the location is the user's primary one.</param>
internal sealed record LocationUserResponse(
    UserId Id,
    string Email,
    string Username,
    string? FirstName,
    string? LastName,
    bool IsActive,
    bool IsPrimary)
{
    public static LocationUserResponse Of(LocationUserView user) =>
        new(user.User, user.Email, user.Username, user.FirstName, user.LastName, user.IsActive, user.IsPrimary);
}

internal sealed class LocationWire : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<LocationView, LocationResponse>();
}
