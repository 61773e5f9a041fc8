using Microsoft.Extensions.Options;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security.Passwords;

/// <summary>One policy for all tenants, from the settings.</summary>
internal sealed class SettingsPasswordPolicies(IOptionsMonitor<PasswordOptions> options) : IPasswordPolicies
{
    public ValueTask<PasswordPolicy> FindAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        return new(new PasswordPolicy(current.MinimumLength, current.RequireUppercase, current.RequireLowercase, current.RequireDigit, current.RequireSpecial));
    }
}
