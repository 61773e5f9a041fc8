using System.Collections.Immutable;

namespace ModuleX.Domain.Configuration;

/// <summary>
/// The whole configuration that a tenant sees, in document 5's form, in which it is stored as well. The general and security parts are the tenant's
/// own; the modules serve all tenants.
/// </summary>
public sealed record SystemConfig(GeneralConfig General, SecurityConfig Security, ModulesConfig Modules)
{
    public const int MaximumSiteNameLength = 100;

    /// <summary>Below it, people would be signed out while they read.</summary>
    public static TimeSpan ShortestTimeout { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan LongestTimeout { get; } = TimeSpan.FromDays(366);

    /// <summary>The change that makes any configuration this one.</summary>
    public ConfigChange ToChange() => new()
    {
        SiteName = General.SiteName,
        Timezone = General.Timezone,
        Locale = General.Locale,
        MinLength = Security.PasswordPolicy.MinLength,
        RequireSpecial = Security.PasswordPolicy.RequireSpecial,
        SessionTimeout = Security.SessionTimeout,
        EnabledModules = Modules.Enabled,
        DisabledModules = Modules.Disabled,
    };
}

/// <param name="Timezone">An IANA name.</param>
/// <param name="Locale">A BCP 47 tag.</param>
public sealed record GeneralConfig(string SiteName, string Timezone, string Locale);

/// <param name="SessionTimeout">After how long without a request a login session ends.</param>
public sealed record SecurityConfig(PasswordPolicyConfig PasswordPolicy, TimeSpan SessionTimeout);

/// <param name="MinLength">How many characters a new password has at the least.</param>
/// <param name="RequireSpecial">Whether a new password needs a character that is neither a letter nor a digit.</param>
public sealed record PasswordPolicyConfig(int MinLength, bool RequireSpecial);

/// <param name="Enabled">The installed modules that are switched on, by name.</param>
/// <param name="Disabled">The installed modules that are switched off, by name.</param>
public sealed record ModulesConfig(ImmutableArray<string> Enabled, ImmutableArray<string> Disabled);
