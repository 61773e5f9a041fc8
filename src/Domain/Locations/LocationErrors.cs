using ModuleX.Domain.Results;

namespace ModuleX.Domain.Locations;

/// <summary>Why something with a location is refused.</summary>
public static class LocationErrors
{
    public static Error NotFound { get; } = new(ErrorKind.NotFound, "location_not_found", "Location not found");

    public static Error CodeTaken { get; } = new(ErrorKind.Conflict, "location_code_taken", "A location with this code already exists in the organization");

    public static Error InUse(int users) => new(ErrorKind.Invalid, "location_in_use", $"Cannot delete location. It has {users} assigned users");

    /// <summary>One of the locations is unknown, inactive, or of another organization than the user.</summary>
    public static Error LocationsInvalid { get; } = new(
        ErrorKind.Invalid, "locations_invalid", "One or more locations are unknown, inactive or of another organization");

    public static Error PrimaryNotAssigned { get; } = new(
        ErrorKind.Invalid, "location_primary_invalid", "The primary location must be one of the assigned locations");

    public static Error NotAssigned { get; } = new(ErrorKind.NotFound, "location_not_assigned", "The user is not assigned to this location");
}
