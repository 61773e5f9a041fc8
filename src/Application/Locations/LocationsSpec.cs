using System.Diagnostics.CodeAnalysis;
using Ardalis.Specification;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Locations;

/// <summary>Locations, newest first.</summary>
internal sealed class LocationsSpec : Specification<Location>
{
    /// <param name="organization">Null for all.</param>
    /// <param name="search">A part of the name, the code or the description, without regard to case; null for all.</param>
    /// <param name="isActive">Null for both.</param>
    // An organization has few locations, so they are looked through. The text as it was given is looked for, too: SQLite's lower case is that of ASCII only.
    [SuppressMessage("Performance", "CA1862", Justification = "Only this form is translated into SQL.")]
    public LocationsSpec(OrganizationId? organization, string? search, bool? isActive)
    {
        if (organization is { } one) Query.Where(location => location.OrganizationId == one);
        if (isActive is { } active) Query.Where(location => location.IsActive == active);
        if (search?.Trim() is { Length: > 0 } written && NameKey.Of(written) is var key)
        {
            Query.Where(location =>
                (location.Name + "\n" + location.Code + "\n" + (location.Description ?? "")).ToLower().Contains(key)
                || (location.Name + "\n" + location.Code + "\n" + (location.Description ?? "")).Contains(written));
        }
        Query.OrderByDescending(location => location.CreatedAt).ThenByDescending(location => location.Id);
    }
}

internal sealed class LocationByIdSpec : Specification<Location>
{
    public LocationByIdSpec(LocationId id) => Query.Where(location => location.Id == id);
}

/// <summary>The locations of some organizations, by code.</summary>
internal sealed class LocationsOfSpec : Specification<Location>
{
    public LocationsOfSpec(IReadOnlyCollection<OrganizationId> organizations) =>
        Query.Where(location => organizations.Contains(location.OrganizationId)).OrderBy(location => location.Code);
}
