using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Which organizations something that belongs to one may be made in, and seen in.</summary>
internal static class OrganizationScope
{
    /// <summary>
    /// The organization of something new. A super admin belongs everywhere and has to say which (Invalid where it does not); an admin of the tenant
    /// may; for everybody else it is the organization of the token, whatever is asked for. Forbidden: the permission is missing there.
    /// </summary>
    public static Result<OrganizationId> ForNew(this Caller caller, OrganizationId? named, string permission)
    {
        if (caller.IsSuperAdmin && named is null) return Required;
        var organization = caller.IsSystemAdmin && named is { } chosen ? chosen : caller.Authority.Organization;
        return caller.Has(permission, organization) ? organization : IdentityErrors.PermissionMissing(permission);
    }

    /// <summary>The organization whose things the caller lists; null for all of the tenant.</summary>
    public static OrganizationId? ForLists(this Caller caller) => caller.IsSystemAdmin ? null : caller.Authority.Organization;

    /// <summary>Whether something of an organization is there for the caller. What is not is not found, so that trying ids tells nothing.</summary>
    public static bool Reaches(this Caller caller, OrganizationId organization) => caller.IsSystemAdmin || caller.Authority.Organization == organization;

    private static Error Required { get; } = ValidationErrors.Invalid(
        [new Problem("/organization_id", "organization_id is required") { Rule = ProblemRule.Missing }]);
}
