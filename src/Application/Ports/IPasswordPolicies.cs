using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Ports;

/// <summary>Knows what new passwords must be like.</summary>
public interface IPasswordPolicies
{
    ValueTask<PasswordPolicy> FindAsync(TenantId tenant, CancellationToken cancellationToken);
}
