using ModuleX.Application.Locations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;
using ModuleX.Application.Access;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Between the wire records of locations and the use cases.</summary>
internal static class LocationMapping
{
    /// <param name="organizationOfQuery">Counts where the body names none.</param>
    public static CreateLocationCommand ToCommand(this NewLocationRequest request, Caller caller, Guid? organizationOfQuery) => new(
        caller,
        (request.OrganizationId ?? organizationOfQuery) is { } id ? new OrganizationId(id) : null,
        request.Code,
        new(request.Name, request.Description, request.Address, request.City, request.State, request.Country, request.PostalCode));

    public static UpdateLocationCommand ToCommand(this LocationUpdateRequest request, Caller caller, Guid location) => new(
        caller,
        new LocationId(location),
        new(request.Name, request.Description, request.Address, request.City, request.State, request.Country, request.PostalCode, request.IsActive));

    public static AssignLocationsCommand ToCommand(this AssignmentRequest request, Caller caller) => new(
        caller,
        new UserId(request.UserId),
        [.. request.LocationIds.Select(id => new LocationId(id))],
        request.PrimaryLocationId is { } primary ? new LocationId(primary) : null);

    public static LocationResponse ToWire(this LocationView location) => new(
        location.Id.ToString(), location.Name, location.Code, location.Description, location.Address, location.City, location.State, location.Country,
        location.PostalCode, location.IsActive, location.Organization.ToString(), location.CreatedAt, location.UpdatedAt);

    public static AssignmentResponse ToWire(this AssignmentView assignment) =>
        new(assignment.User.ToString(), [.. assignment.Locations.Select(id => id.ToString())], assignment.Primary?.ToString());

    public static UserLocationResponse ToWire(this UserLocationView place) =>
        new(place.User.ToString(), place.Location.Id.ToString(), place.IsPrimary, place.Location.ToWire());

    public static LocationUserResponse ToWire(this LocationUserView user) =>
        new(user.User.ToString(), user.Email, user.Username, user.FirstName, user.LastName, user.IsActive, user.IsPrimary);
}
