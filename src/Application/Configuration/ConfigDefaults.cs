using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Application.Modules;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Modules;

namespace ModuleX.Application.Configuration;

/// <summary>Lays what a tenant has decided over the settings of the server, and the modules beside it.</summary>
internal sealed class ConfigDefaults(IModules modules, IPasswordPolicies policies, IOptionsMonitor<LoginOptions> logins)
{
    private const string SiteName = "ModuleX";
    private const string Timezone = "UTC";
    private const string Locale = "en-US";

    /// <param name="own">Null where the tenant has decided nothing.</param>
    public SystemConfig Complete(TenantConfig? own, ModuleStates states)
    {
        var (policy, (enabled, disabled)) = (policies.Default, states.SplitInstalled(modules.All));
        return new(
            new(own?.SiteName ?? SiteName, own?.Timezone ?? Timezone, own?.Locale ?? Locale),
            new(
                new(own?.MinLength ?? policy.MinimumLength, own?.RequireSpecial ?? policy.RequireSpecial),
                // Without a limit, a session that is never used lasts as long as its refresh token.
                own?.IdleLimit ?? logins.CurrentValue.RefreshLifetime),
            new(enabled, disabled));
    }
}
