using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Configuration;

/// <summary>What a tenant has decided of its configuration. Null was never decided: there the settings of the server go on.</summary>
public sealed class TenantConfig(TenantId tenantId, DateTimeOffset updatedAt)
{
    public TenantId TenantId { get; private set; } = tenantId;

    public string? SiteName { get; private set; }

    public string? Timezone { get; private set; }

    public string? Locale { get; private set; }

    public int? MinLength { get; private set; }

    public bool? RequireSpecial { get; private set; }

    /// <summary>In seconds.</summary>
    public long? SessionTimeout { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; } = updatedAt;

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>After how long without a request a login session ends; null for no such limit.</summary>
    public TimeSpan? IdleLimit => SessionTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    public void Apply(ConfigChange change, DateTimeOffset now)
    {
        SiteName = change.SiteName ?? SiteName;
        Timezone = change.Timezone ?? Timezone;
        Locale = change.Locale ?? Locale;
        MinLength = change.MinLength ?? MinLength;
        RequireSpecial = change.RequireSpecial ?? RequireSpecial;
        SessionTimeout = change.SessionTimeout is { } timeout ? (long)timeout.TotalSeconds : SessionTimeout;
        UpdatedAt = now;
    }
}
