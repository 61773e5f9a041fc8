using System.Collections.Immutable;

namespace ModuleX.Domain.Configuration;

/// <summary>The whole configuration that a tenant sees. The general and security parts are its own; the modules serve all tenants.</summary>
/// <param name="Timezone">An IANA name.</param>
/// <param name="Locale">A BCP 47 tag.</param>
/// <param name="MinLength">How many characters a new password has at the least.</param>
/// <param name="SessionTimeout">After how long without a request a login session ends.</param>
/// <param name="EnabledModules">The installed modules that are switched on, by name.</param>
/// <param name="DisabledModules">The installed modules that are switched off, by name.</param>
public sealed record SystemConfig(
    string SiteName, string Timezone, string Locale, int MinLength, bool RequireSpecial, TimeSpan SessionTimeout,
    ImmutableArray<string> EnabledModules, ImmutableArray<string> DisabledModules)
{
    public const int MaximumSiteNameLength = 100;

    /// <summary>Below it, people would be signed out while they read.</summary>
    public static TimeSpan ShortestTimeout { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan LongestTimeout { get; } = TimeSpan.FromDays(366);

    /// <summary>The change that makes any configuration this one.</summary>
    public ConfigChange ToChange() => new()
    {
        SiteName = SiteName,
        Timezone = Timezone,
        Locale = Locale,
        MinLength = MinLength,
        RequireSpecial = RequireSpecial,
        SessionTimeout = SessionTimeout,
        EnabledModules = EnabledModules,
        DisabledModules = DisabledModules,
    };
}
