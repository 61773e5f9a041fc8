using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Domain.Configuration;

namespace ModuleX.Application.Configuration;

/// <summary>Configurations as they are stored in profiles and records: document 5's form. What was stored passed every check once, so it is read without any.</summary>
public static class ConfigJson
{
    public static string Write(SystemConfig config) => JsonSerializer.Serialize(
        new Stored(
            new(config.SiteName, config.Timezone, config.Locale),
            new(new(config.MinLength, config.RequireSpecial), (long)config.SessionTimeout.TotalSeconds),
            new(config.EnabledModules, config.DisabledModules)));

    public static SystemConfig Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new(
            stored.General.SiteName, stored.General.Timezone, stored.General.Locale, stored.Security.Policy.MinLength, stored.Security.Policy.RequireSpecial,
            TimeSpan.FromSeconds(stored.Security.SessionTimeout), stored.Modules.Enabled, stored.Modules.Disabled);
    }

    private sealed record Stored(
        [property: JsonPropertyName("general")] StoredGeneral General,
        [property: JsonPropertyName("security")] StoredSecurity Security,
        [property: JsonPropertyName("modules")] StoredModules Modules);

    private sealed record StoredGeneral(
        [property: JsonPropertyName("site_name")] string SiteName,
        [property: JsonPropertyName("timezone")] string Timezone,
        [property: JsonPropertyName("locale")] string Locale);

    private sealed record StoredSecurity(
        [property: JsonPropertyName("password_policy")] StoredPolicy Policy,
        [property: JsonPropertyName("session_timeout")] long SessionTimeout);

    private sealed record StoredPolicy(
        [property: JsonPropertyName("min_length")] int MinLength,
        [property: JsonPropertyName("require_special")] bool RequireSpecial);

    private sealed record StoredModules(
        [property: JsonPropertyName("enabled")] ImmutableArray<string> Enabled,
        [property: JsonPropertyName("disabled")] ImmutableArray<string> Disabled);
}
