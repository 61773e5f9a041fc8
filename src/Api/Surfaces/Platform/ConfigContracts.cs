using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The whole configuration.</summary>
internal sealed record SystemConfigBody(
    [property: JsonPropertyName("general")] GeneralConfig General,
    [property: JsonPropertyName("security")] SecurityConfig Security,
    [property: JsonPropertyName("modules")] ModulesConfig Modules);

/// <param name="SiteName">1 to 100 characters.</param>
/// <param name="Timezone">An IANA time zone, such as Europe/Berlin.</param>
/// <param name="Locale">A BCP 47 language tag, such as en-US.</param>
internal sealed record GeneralConfig(
    [property: JsonPropertyName("site_name")] string SiteName,
    [property: JsonPropertyName("timezone")] string Timezone,
    [property: JsonPropertyName("locale")] string Locale);

/// <param name="SessionTimeout">After how many seconds without a request a login session ends, 60 to 31622400.</param>
internal sealed record SecurityConfig(
    [property: JsonPropertyName("password_policy")] PasswordPolicyConfig PasswordPolicy,
    [property: JsonPropertyName("session_timeout")] long SessionTimeout);

/// <param name="MinLength">How many characters a new password has at the least, 8 to 128.</param>
/// <param name="RequireSpecial">Whether a new password needs a character that is neither a letter nor a digit.</param>
internal sealed record PasswordPolicyConfig(
    [property: JsonPropertyName("min_length")] int MinLength,
    [property: JsonPropertyName("require_special")] bool RequireSpecial);

/// <param name="Enabled">The installed modules that are switched on.</param>
/// <param name="Disabled">The installed modules that are switched off.</param>
internal sealed record ModulesConfig(
    [property: JsonPropertyName("enabled")] IReadOnlyList<string> Enabled,
    [property: JsonPropertyName("disabled")] IReadOnlyList<string> Disabled);

/// <param name="LastUpdated">ISO 8601 in UTC.</param>
internal sealed record ConfigResponse(
    [property: JsonPropertyName("config")] SystemConfigBody Config,
    [property: JsonPropertyName("last_updated")] string LastUpdated);

/// <param name="Config">A part of the configuration: objects are merged, lists replaced, unknown members refused.</param>
internal sealed record ConfigUpdateRequest([property: JsonPropertyName("config")] JsonElement Config);

/// <param name="Changes">Newest first.</param>
internal sealed record ConfigHistoryResponse(
    [property: JsonPropertyName("changes")] IReadOnlyList<ConfigChangeResponse> Changes,
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("page")] int Page,
    [property: JsonPropertyName("per_page")] int PerPage);

/// <param name="UserId">Who made it; null where the account is gone.</param>
/// <param name="ProfileId">The profile that was applied; null for none.</param>
/// <param name="ProfileName">What it was called then; null for none.</param>
/// <param name="ChangedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigChangeResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("user_id")] string? UserId,
    [property: JsonPropertyName("profile_id")] string? ProfileId,
    [property: JsonPropertyName("profile_name")] string? ProfileName,
    [property: JsonPropertyName("before")] SystemConfigBody Before,
    [property: JsonPropertyName("after")] SystemConfigBody After,
    [property: JsonPropertyName("changed_at")] string ChangedAt);

/// <param name="Profiles">By name.</param>
internal sealed record ProfileListResponse([property: JsonPropertyName("profiles")] IReadOnlyList<ConfigProfileResponse> Profiles);

/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigProfileResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("config")] SystemConfigBody Config,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="Name">1 to 100 characters, unique without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="Config">A whole configuration.</param>
internal sealed record ProfileCreateRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("config")] JsonElement Config);

/// <param name="Name">Null leaves as it is.</param>
/// <param name="Description">Null leaves as it is.</param>
/// <param name="Config">A whole configuration, which replaces the old one; null leaves as it is.</param>
internal sealed record ProfileUpdateRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("description")] string? Description = null,
    [property: JsonPropertyName("config")] JsonElement? Config = null);
