using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>How much of the records of its organization a caller sees: one rule for the list, a user's activity and the export.</summary>
/// <param name="IsWhole">Whether it sees from where, and with what, other people called.</param>
/// <param name="IsOwnOnly">Whether it sees its own records alone.</param>
internal sealed record AuditSight(Caller Caller, bool IsWhole, bool IsOwnOnly)
{
    /// <summary>What of a question the caller is answered. Forbidden: it names another person, and the caller sees its own records alone.</summary>
    public Result<AuditFilter> Within(AuditFilter filter)
    {
        var within = filter with { Organization = Caller.ForLists() };
        if (!IsOwnOnly) return within;
        if (filter.User is { } other && other != Caller.User) return IdentityErrors.PermissionMissing(PermissionNames.AuditRead);
        return within with { User = Caller.User };
    }

    public AuditView Show(AuditView entry) => IsWhole || entry.User == Caller.User ? entry : entry with { IpAddress = null, UserAgent = null };
}

/// <summary>
/// Members see the records of their organization without other people's addresses and agents. Where open registration joins it,
/// a member may be a stranger from the street and sees its own records alone. With the permission the records are seen whole.
/// </summary>
internal sealed class AuditSights(IOrganizationRepository organizations, IOptionsMonitor<LoginOptions> logins)
{
    /// <summary>Forbidden: the caller is no member of its token's organization any more.</summary>
    /// <param name="permission">With which the records are seen whole.</param>
    public async Task<Result<AuditSight>> FindAsync(Caller caller, string permission, CancellationToken cancellationToken)
    {
        var organization = caller.Authority.Organization;
        if (caller.Has(permission, organization)) return new AuditSight(caller, IsWhole: true, IsOwnOnly: false);
        if (!caller.MaySee(organization)) return IdentityErrors.PermissionMissing(permission);
        var isOpen = logins.CurrentValue.RegistrationIsOpen
            && await organizations.FindAsync(caller.Tenant, organization, cancellationToken) is not { IsOpenToRegistration: false };
        return new AuditSight(caller, IsWhole: false, IsOwnOnly: isOpen);
    }
}
