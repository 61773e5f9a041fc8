using Mapster;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Locations;

/// <summary>A location as callers see one.</summary>
public sealed record LocationView(
    LocationId Id, OrganizationId Organization, string Code, string Name, string? Description, string? Address, string? City, string? State, string? Country,
    string? PostalCode, bool IsActive, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A place of a user.</summary>
public sealed record UserLocationView(UserId User, bool IsPrimary, LocationView Location);

/// <summary>A user of a place.</summary>
/// <param name="IsPrimary">Whether the place is the user's primary one.</param>
public sealed record LocationUserView(UserId User, string Email, string Username, string? FirstName, string? LastName, bool IsActive, bool IsPrimary);

/// <summary>The places that a user has been given.</summary>
/// <param name="Primary">Null where none of them is.</param>
public sealed record AssignmentView(UserId User, IReadOnlyList<LocationId> Locations, LocationId? Primary);

internal sealed class LocationViews : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<Location, LocationView>().Map(view => view.Organization, location => location.OrganizationId);
}
