using System.Collections.Immutable;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Integrations;

/// <summary>A tool as installed for an organization, with the organization's own configuration and variables of it. Knows cipher text only.</summary>
public sealed class Integration
{
    private Integration(TenantId tenantId, OrganizationId organizationId, string tool, UserId? installedBy, DateTimeOffset installedAt)
    {
        TenantId = tenantId;
        OrganizationId = organizationId;
        Tool = tool;
        InstalledBy = installedBy;
        InstalledAt = installedAt;
        UpdatedAt = installedAt;
    }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>The tool's name in the catalog; it may have left the catalog since.</summary>
    public string Tool { get; private set; }

    /// <summary>False where the organization has switched the tool off for everybody.</summary>
    public bool IsActive { get; private set; } = true;

    public DateTimeOffset InstalledAt { get; private set; }

    /// <summary>Null for the server itself.</summary>
    public UserId? InstalledBy { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>A JSON object; null for an empty one.</summary>
    public SealedSecret? SealedConfig { get; private set; }

    /// <summary>The values of <see cref="VariableNames"/>, by name; null where there are none.</summary>
    public SealedSecret? SealedEnvironment { get; private set; }

    /// <summary>The environment variables that have a value here, readable without a key.</summary>
    public ImmutableSortedSet<string> VariableNames { get; private set; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    public IntegrationId Id => new(TenantId, OrganizationId, Tool);

    /// <summary>Installs a tool. Conflict: the organization has as many as it may.</summary>
    /// <param name="installed">How many tools the organization has; no other request installs meanwhile.</param>
    /// <param name="by">Null for the server itself.</param>
    public static Result<Integration> Install(Organization organization, string tool, int installed, UserId? by, DateTimeOffset now) =>
        installed >= organization.MaxTools ? IntegrationErrors.TooMany(organization.MaxTools)
            : new Integration(organization.TenantId, organization.Id, tool, by, now);

    /// <param name="config">Null for an empty one.</param>
    public void SetConfig(SealedSecret? config, DateTimeOffset now) => (SealedConfig, UpdatedAt) = (config, now);

    /// <param name="values">Null where there are none.</param>
    /// <param name="names">The names of the values.</param>
    public void SetEnvironment(SealedSecret? values, ImmutableSortedSet<string> names, DateTimeOffset now) =>
        (SealedEnvironment, VariableNames, UpdatedAt) = (values, names, now);

    public void SetActive(bool isActive, DateTimeOffset now) => (IsActive, UpdatedAt) = (isActive, now);

    /// <summary>Forbidden: the tool is switched off.</summary>
    public Result<Done> RequireActive() => IsActive ? Done.Result : IntegrationErrors.Inactive(Tool);
}
