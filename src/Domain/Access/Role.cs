using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Access;

/// <summary>Identifies a role: a version 7 UUID (RFC 9562).</summary>
public readonly record struct RoleId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>A set of permissions inside one organization.</summary>
public sealed class Role
{
    public Role(RoleId id, TenantId tenantId, OrganizationId organizationId, string name, string? description, bool isActive, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Name = name.Trim();
        NameKey = Identity.NameKey.Of(name);
        Description = description;
        IsActive = isActive;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public RoleId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Unique in the organization without regard to case; 1 to 100 characters.</summary>
    public string Name { get; private set; }

    public string NameKey { get; private set; }

    public string? Description { get; private set; }

    /// <summary>An inactive role allows nothing to those who have it.</summary>
    public bool IsActive { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>Changes what is given; null leaves a value as it is.</summary>
    public void Change(string? name, string? description, bool? isActive, DateTimeOffset now)
    {
        if (name is not null) (Name, NameKey) = (name.Trim(), Identity.NameKey.Of(name));
        Description = description ?? Description;
        IsActive = isActive ?? IsActive;
        UpdatedAt = now;
    }

    /// <summary>Tells that what the role allows has changed: of two who change it at once, one loses the race.</summary>
    public void ChangePermissions(DateTimeOffset now) => UpdatedAt = now;
}

/// <summary>A permission that a role allows.</summary>
public sealed record RolePermission(TenantId TenantId, RoleId RoleId, PermissionId PermissionId);

/// <summary>A role that a user has.</summary>
public sealed record UserRole(TenantId TenantId, UserId UserId, RoleId RoleId);
