using System.Collections.Immutable;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.ToolSessions;

/// <summary>The one for whom a tool is used: by the own accounts of it, or by those that an organization shares.</summary>
/// <param name="Organization">Where; null for a user who acts in none, and uses the own accounts alone.</param>
/// <param name="Roles">What a user has there; empty for an external owner.</param>
public readonly record struct ToolUser(TenantId Tenant, OwnerId Owner, OrganizationId? Organization, ImmutableHashSet<RoleId> Roles)
{
    /// <summary>One without roles: an external owner, or a user for whom the own accounts are meant.</summary>
    public static ToolUser Of(TenantId tenant, OwnerId owner) => new(tenant, owner, owner.FindOrganization(), []);

    /// <summary>An own account of a tool.</summary>
    /// <param name="named">Null for the one that is meant where none is named.</param>
    public AccountReference AccountOf(string tool, string? named = null) => new(this, tool, named);

    /// <summary>The session of an account of its own.</summary>
    /// <param name="account">Null for the usual one.</param>
    public ToolSessionId SessionFor(string tool, string? account = null) => new(Tenant, Owner, tool, account ?? ToolSessionId.DefaultAccount);
}
