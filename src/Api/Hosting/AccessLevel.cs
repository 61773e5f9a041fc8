namespace ModuleX.Api.Hosting;

/// <summary>Who may call an endpoint, by the names of document 1; each is said at the endpoint with <see cref="RequiredLevels.RequireLevel"/>.</summary>
internal enum AccessLevel
{
    /// <summary><c>user_auth_required</c>: every signed-in user.</summary>
    User,

    /// <summary><c>organization_auth_required</c>: a member of the organization that the request names, or an admin of its tenant.</summary>
    OrganizationMember,

    /// <summary><c>organization_admin_required</c>: an owner or admin of the organization that the request names, or an admin of its tenant.</summary>
    OrganizationAdmin,

    /// <summary><c>system_auth_required</c>: an admin of the tenant.</summary>
    SystemAdmin,

    /// <summary>A super admin.</summary>
    SuperAdmin,

    /// <summary>An admin of the default tenant: what serves all tenants belongs to that one.</summary>
    PlatformAdmin,

    /// <summary>A super admin of the default tenant.</summary>
    PlatformSuperAdmin,
}

/// <summary>The level that an endpoint asks for.</summary>
internal sealed record RequiredLevel(AccessLevel Level);

/// <summary>The permission that an endpoint asks for, in the organization of the caller's token.</summary>
internal sealed record RequiredPermission(string Name);

/// <summary>Asking for a level or a permission at an endpoint.</summary>
internal static class RequiredLevels
{
    public static TBuilder RequireLevel<TBuilder>(this TBuilder builder, AccessLevel level)
        where TBuilder : IEndpointConventionBuilder =>
        level is AccessLevel.OrganizationMember or AccessLevel.OrganizationAdmin
            ? builder.WithMetadata([new RequiredLevel(level), .. OrganizationOfRequest.Parameters(isNeeded: level == AccessLevel.OrganizationAdmin)])
            : builder.WithMetadata(new RequiredLevel(level));

    /// <param name="permission">Such as <c>user:create</c>.</param>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredLevel(AccessLevel.User), new RequiredPermission(permission));
}
