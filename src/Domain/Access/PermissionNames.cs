using System.Collections.Immutable;

namespace ModuleX.Domain.Access;

/// <summary>The permissions that every tenant starts with, and the roles that every organization starts with.</summary>
public static class PermissionNames
{
    public const string UserCreate = "user:create";
    public const string UserRead = "user:read";
    public const string UserUpdate = "user:update";
    public const string UserDelete = "user:delete";
    public const string RoleCreate = "role:create";
    public const string RoleRead = "role:read";
    public const string RoleUpdate = "role:update";
    public const string RoleDelete = "role:delete";
    public const string RoleAssign = "role:assign";
    public const string PermissionAssign = "permission:assign";
    public const string LocationCreate = "location:create";
    public const string LocationRead = "location:read";
    public const string LocationUpdate = "location:update";
    public const string LocationDelete = "location:delete";
    public const string LocationAssign = "location:assign";
    public const string AuditRead = "audit:read";
    public const string AuditExport = "audit:export";

    /// <summary>Send any request to a tool's own server with one's connection.</summary>
    public const string ConnectionRequest = "connection:request";

    /// <summary>The role that may do everything in its organization.</summary>
    public const string AdminRole = "Admin";

    /// <summary>The role that new users of an organization get.</summary>
    public const string MemberRole = "Member";

    public const string ViewerRole = "Viewer";

    /// <summary>In the order in which they are made.</summary>
    public static readonly ImmutableArray<string> All =
    [
        UserCreate, UserRead, UserUpdate, UserDelete,
        RoleCreate, RoleRead, RoleUpdate, RoleDelete, RoleAssign,
        "permission:create", "permission:read", "permission:update", "permission:delete", PermissionAssign,
        "organization:create", "organization:read", "organization:update", "organization:delete",
        LocationCreate, LocationRead, LocationUpdate, LocationDelete, LocationAssign,
        AuditRead, AuditExport, "audit:delete",
    ];

    private static readonly ImmutableArray<string> OfEverybody = ["permission:read", "organization:read"];

    /// <summary>The roles of a new organization, each with what it allows.</summary>
    public static readonly ImmutableArray<(string Name, string Description, ImmutableArray<string> Permissions)> StartingRoles =
    [
        (AdminRole, "May do everything in the organization", All),
        // Nothing of other people: everybody who registers is a member of an organization, and a stranger to its people.
        (MemberRole, "May see the organization and what permissions there are", OfEverybody),
        (ViewerRole, "May see the organization and what permissions there are", OfEverybody),
    ];
}
