namespace ModuleX.Domain.Tenancy;

/// <summary>The outermost boundary: users, organizations, sessions and keys belong to exactly one tenant.</summary>
public sealed class Tenant
{
    /// <summary>The domain of the tenant that is there from the first start.</summary>
    public const string DefaultDomain = "default";

    public Tenant(TenantId id, string domain, DateTimeOffset createdAt)
    {
        Id = id;
        Domain = domain;
        CreatedAt = createdAt;
    }

    public TenantId Id { get; private set; }

    /// <summary>What <c>X-Tenant-Domain</c> names; lower case, unique.</summary>
    public string Domain { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The SHA-256, in lower-case hex, of the one-time token that makes the first super admin; null where none was handed out, or it was used.</summary>
    public string? BootstrapHash { get; private set; }
}
