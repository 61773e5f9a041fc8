using System.Collections.Immutable;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Access;

/// <summary>What a signed-in user may do, as of now; inactive and deleted organizations are left out.</summary>
/// <param name="TenantDomain">What <c>X-Tenant-Domain</c> has to say, where it is sent.</param>
/// <param name="Session">The login session of the token.</param>
/// <param name="Organization">The organization that requests are about where they name none.</param>
/// <param name="Organizations">What the user is in each organization.</param>
public sealed record Authority(
    TenantId Tenant, string TenantDomain, UserId User, SystemRole Role, LoginSessionId Session, OrganizationId Organization,
    ImmutableDictionary<OrganizationId, OrganizationAuthority> Organizations)
{
    /// <summary>Where the user acts when a request names no organization: its own one, else the first that the user belongs to; null for none.</summary>
    public OrganizationId? FindHome() => Organizations.ContainsKey(Organization)
        ? Organization
        : Organizations.Keys.OrderBy(organization => organization.Value).Select(organization => (OrganizationId?)organization).FirstOrDefault();
}

/// <summary>What a user is in one organization.</summary>
/// <param name="Permissions">By name, of the active roles that the user has there.</param>
/// <param name="Roles">Those roles.</param>
public sealed record OrganizationAuthority(MembershipRole Role, ImmutableHashSet<string> Permissions, ImmutableHashSet<RoleId> Roles);

/// <summary>From where a request comes.</summary>
/// <param name="Address">The peer's IP address; null where there is none.</param>
/// <param name="Agent">The <c>User-Agent</c>; null where none was sent.</param>
public sealed record ClientFacts(string? Address, string? Agent)
{
    /// <summary>No caller over HTTP: the command line, or the server itself.</summary>
    public static ClientFacts None { get; } = new(null, null);
}

/// <summary>Whom a change is put down to.</summary>
/// <param name="User">Null for the command line, the server itself, and callers without an account yet.</param>
public sealed record Actor(TenantId Tenant, UserId? User, ClientFacts Client)
{
    /// <summary>The operator at the command line, or the server itself.</summary>
    public static Actor System(TenantId tenant) => new(tenant, null, ClientFacts.None);
}

/// <summary>The user who asks for something.</summary>
public sealed record Caller(Authority Authority, ClientFacts Client)
{
    public TenantId Tenant => Authority.Tenant;

    public UserId User => Authority.User;

    public Actor Actor => new(Tenant, User, Client);

    public bool IsSystemAdmin => Authority.Role >= SystemRole.Admin;

    public bool IsSuperAdmin => Authority.Role == SystemRole.SuperAdmin;

    /// <summary>
    /// Whether what serves all tenants is theirs: modules, configuration, settings, database and tenants belong to the default tenant. A super admin
    /// of another tenant is bounded by it, or one tenant could take a tool from all others, or put its own OAuth client before theirs.
    /// </summary>
    public bool AdministersPlatform => IsSystemAdmin && Authority.TenantDomain == Domain.Tenancy.Tenant.DefaultDomain;

    /// <summary>Tenants are made, changed and deleted by the platform's super admins.</summary>
    public bool ManagesTenants => IsSuperAdmin && AdministersPlatform;

    /// <summary>A member, or an admin of the whole tenant.</summary>
    public bool MaySee(OrganizationId organization) => IsSystemAdmin || Authority.Organizations.ContainsKey(organization);

    /// <summary>An owner or admin of the organization, or of the whole tenant.</summary>
    public bool MayAdminister(OrganizationId organization) =>
        IsSystemAdmin || (Authority.Organizations.TryGetValue(organization, out var own) && own.Role >= MembershipRole.Admin);

    /// <summary>Who administers an organization has every permission in it.</summary>
    public bool Has(string permission, OrganizationId organization) =>
        MayAdminister(organization) || (Authority.Organizations.TryGetValue(organization, out var own) && own.Permissions.Contains(permission));
}
