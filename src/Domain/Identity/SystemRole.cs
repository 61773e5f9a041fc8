namespace ModuleX.Domain.Identity;

/// <summary>What a user may do on the whole system, from the least to the most. The order is compared.</summary>
public enum SystemRole
{
    /// <summary>Reads what a user may read, and changes and executes nothing.</summary>
    Viewer = -1,

    /// <summary>Acts for itself, and in organizations by its memberships.</summary>
    User = 0,

    /// <summary>Administers its tenant.</summary>
    Admin = 1,

    /// <summary>Administers its tenant, and alone makes organizations, tenants and other super admins.</summary>
    SuperAdmin = 2,
}
