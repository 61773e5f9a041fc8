using ModuleX.Application.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>Who may administer an organization, and how far.</summary>
internal static class OrganizationAccess
{
    /// <summary>Why the caller may not administer the organization; null where it may. One that the caller can't see is not there for it.</summary>
    public static Error? RefusalFor(this Caller caller, OrganizationId organization)
    {
        if (!caller.MaySee(organization)) return OrganizationErrors.Unknown;
        return caller.MayAdminister(organization) ? null : IdentityErrors.RoleTooLow("Organization admin");
    }

    /// <summary>Whether a role is one that the caller may give or take away: what is above is out of reach.</summary>
    public static bool Outranks(this Caller caller, OrganizationId organization, MembershipRole role) =>
        caller.IsSystemAdmin || (caller.Authority.Organizations.TryGetValue(organization, out var own) && own.Role >= role);
}
