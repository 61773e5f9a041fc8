using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Locations;

/// <summary>Identifies a location: a version 7 UUID (RFC 9562).</summary>
public readonly record struct LocationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>A place of an organization, to which its users are assigned.</summary>
public sealed class Location
{
    private Location(LocationId id, TenantId tenantId, OrganizationId organizationId, string code, string name, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Code = code;
        Name = name;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public LocationId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Unique in the organization: 1 to 50 of <c>A-Z</c>, <c>0-9</c>, <c>_</c> and <c>-</c>. Never changes.</summary>
    public string Code { get; private set; }

    /// <summary>1 to 255 characters.</summary>
    public string Name { get; private set; }

    public string? Description { get; private set; }

    public string? Address { get; private set; }

    public string? City { get; private set; }

    public string? State { get; private set; }

    public string? Country { get; private set; }

    public string? PostalCode { get; private set; }

    /// <summary>No user is assigned to an inactive one.</summary>
    public bool IsActive { get; private set; } = true;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <param name="facts">With a name.</param>
    public static Location Create(LocationId id, TenantId tenantId, OrganizationId organizationId, string code, LocationFacts facts, DateTimeOffset now)
    {
        var location = new Location(id, tenantId, organizationId, code, facts.Name!, now);
        location.Take(facts);
        return location;
    }

    /// <summary>Changes what is given; null leaves a value as it is.</summary>
    public void Change(LocationFacts facts, DateTimeOffset now)
    {
        Take(facts);
        UpdatedAt = now;
    }

    private void Take(LocationFacts facts)
    {
        Name = facts.Name ?? Name;
        Description = facts.Description ?? Description;
        Address = facts.Address ?? Address;
        City = facts.City ?? City;
        State = facts.State ?? State;
        Country = facts.Country ?? Country;
        PostalCode = facts.PostalCode ?? PostalCode;
        IsActive = facts.IsActive ?? IsActive;
    }
}

/// <summary>What is known of a location; null for what is not given.</summary>
public sealed record LocationFacts(
    string? Name, string? Description, string? Address, string? City, string? State, string? Country, string? PostalCode, bool? IsActive = null);

/// <summary>A user who is assigned to a location. One of a user's locations at the most is the primary one.</summary>
public sealed record UserLocation(TenantId TenantId, UserId UserId, LocationId LocationId, bool IsPrimary, DateTimeOffset AssignedAt);
