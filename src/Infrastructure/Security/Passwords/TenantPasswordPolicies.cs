using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security.Passwords;

/// <summary>The policy of the settings, with what a tenant has decided put over it.</summary>
internal sealed class TenantPasswordPolicies(TenantConfigs configurations, IOptionsMonitor<PasswordOptions> options) : IPasswordPolicies
{
    public PasswordPolicy Default
    {
        get
        {
            var current = options.CurrentValue;
            return new(current.MinimumLength, current.RequireUppercase, current.RequireLowercase, current.RequireDigit, current.RequireSpecial,
                current.AllowCommon);
        }
    }

    public async ValueTask<PasswordPolicy> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (policy, own) = (Default, await configurations.FindAsync(tenant, cancellationToken));
        return own is null ? policy
            : policy with { MinimumLength = own.MinLength ?? policy.MinimumLength, RequireSpecial = own.RequireSpecial ?? policy.RequireSpecial };
    }
}
