using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Configuration;

/// <summary>A whole configuration under a name, to be applied when it is wanted.</summary>
public sealed class ConfigProfile
{
    public const int MaximumNameLength = 100;
    public const int MaximumDescriptionLength = 500;

    public ConfigProfile(Guid id, TenantId tenantId, string name, string description, string config, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        Name = name;
        NameKey = Identity.NameKey.Of(name);
        Description = description;
        Config = config;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public string Name { get; private set; }

    /// <summary>What is unique in the tenant.</summary>
    public string NameKey { get; private set; }

    public string Description { get; private set; }

    /// <summary>The whole configuration as JSON, in document 5's form.</summary>
    public string Config { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>Null leaves as it is.</summary>
    public void Change(string? name, string? description, string? config, DateTimeOffset now)
    {
        Name = name ?? Name;
        NameKey = Identity.NameKey.Of(Name);
        Description = description ?? Description;
        Config = config ?? Config;
        UpdatedAt = now;
    }
}
