using ModuleX.Domain.Results;

namespace ModuleX.Domain.Tenancy;

/// <summary>The outermost boundary: users, organizations, sessions and keys belong to exactly one tenant.</summary>
public sealed class Tenant
{
    /// <summary>The domain of the tenant that is there from the first start.</summary>
    public const string DefaultDomain = "default";

    /// <summary>The longest name.</summary>
    public const int MaximumNameLength = 100;

    public Tenant(TenantId id, string domain, DateTimeOffset createdAt)
    {
        Id = id;
        Domain = domain;
        CreatedAt = createdAt;
    }

    public TenantId Id { get; private set; }

    /// <summary>What <c>X-Tenant-Domain</c> names; lower case, unique.</summary>
    public string Domain { get; private set; }

    /// <summary>For people; null for one that goes by its domain.</summary>
    public string? Name { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null while its people and keys are let in.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <summary>Null while it is there. A deleted one keeps its row, for its history; its secrets can't be opened any more, and its domain is free.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>
    /// The SHA-256, in lower-case hex, of the one-time token that makes the first super admin; null where none was handed out, or it was used.
    /// </summary>
    public string? BootstrapHash { get; private set; }

    public bool IsDefault => Domain == DefaultDomain;

    public void Rename(string name) => Name = name.Trim();

    /// <summary>Conflict: it is the default one, which stays.</summary>
    public Result<Done> Move(string domain)
    {
        if (IsDefault) return TenantErrors.DefaultStays;
        Domain = domain;
        return Done.Result;
    }

    /// <summary>Conflict: it is the default one, which stays.</summary>
    public Result<Done> SetActive(bool active, DateTimeOffset now)
    {
        if (IsDefault && !active) return TenantErrors.DefaultStays;
        DeactivatedAt = active ? null : DeactivatedAt ?? now;
        return Done.Result;
    }

    /// <summary>Conflict: it is the default one, which stays.</summary>
    public Result<Done> Delete(DateTimeOffset now)
    {
        if (IsDefault) return TenantErrors.DefaultStays;
        (DeactivatedAt, DeletedAt) = (DeactivatedAt ?? now, now);
        return Done.Result;
    }
}
