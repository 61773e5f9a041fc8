using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Access;

/// <summary>Identifies a permission: a version 7 UUID (RFC 9562).</summary>
public readonly record struct PermissionId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// Something that a role may allow, by a name that endpoints ask for, such as <c>user:create</c>. The same for all organizations of a tenant.
/// </summary>
public sealed class Permission
{
    public Permission(PermissionId id, TenantId tenantId, string name, string? description, string resource, string action, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Name = name;
        Description = description;
        Resource = resource;
        Action = action;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public PermissionId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>Unique in the tenant; 1 to 100 characters.</summary>
    public string Name { get; private set; }

    public string? Description { get; private set; }

    /// <summary>Unique in the tenant together with the action; at most 100 characters.</summary>
    public string Resource { get; private set; }

    /// <summary>At most 50 characters.</summary>
    public string Action { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>Changes what is given; null leaves a value as it is.</summary>
    public void Change(string? name, string? description, string? resource, string? action, DateTimeOffset now)
    {
        Name = name ?? Name;
        Description = description ?? Description;
        Resource = resource ?? Resource;
        Action = action ?? Action;
        UpdatedAt = now;
    }
}
