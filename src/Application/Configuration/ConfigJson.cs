using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Configuration;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Configurations as they are stored in profiles and records: document 5's form. What was stored passed every check once, so it is read without any.
/// </summary>
public static class ConfigJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Write(SystemConfig config) => JsonSerializer.Serialize(
        new Stored(
            new(config.SiteName, config.Timezone, config.Locale),
            new(new(config.MinLength, config.RequireSpecial), (long)config.SessionTimeout.TotalSeconds),
            new(config.EnabledModules, config.DisabledModules)),
        Options);

    public static SystemConfig Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Options)!;
        return new(
            stored.General.SiteName, stored.General.Timezone, stored.General.Locale, stored.Security.PasswordPolicy.MinLength,
            stored.Security.PasswordPolicy.RequireSpecial,
            TimeSpan.FromSeconds(stored.Security.SessionTimeout), stored.Modules.Enabled, stored.Modules.Disabled);
    }

    private sealed record Stored(StoredGeneral General, StoredSecurity Security, StoredModules Modules);

    private sealed record StoredGeneral(string SiteName, string Timezone, string Locale);

    private sealed record StoredSecurity(StoredPolicy PasswordPolicy, long SessionTimeout);

    private sealed record StoredPolicy(int MinLength, bool RequireSpecial);

    private sealed record StoredModules(ImmutableArray<string> Enabled, ImmutableArray<string> Disabled);
}
