using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Knows what new passwords must be like.</summary>
public interface IPasswordPolicies
{
    /// <summary>The policy of the settings, for tenants that have decided nothing.</summary>
    PasswordPolicy Default { get; }

    /// <summary>From memory, and never more than a second behind a change.</summary>
    ValueTask<PasswordPolicy> FindAsync(TenantId tenant, CancellationToken cancellationToken);
}
