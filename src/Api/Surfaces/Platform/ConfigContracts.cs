using System.Text.Json;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Configuration;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>The whole configuration.</summary>
internal sealed record SystemConfigBody(GeneralConfig General, SecurityConfig Security, ModulesConfig Modules);

/// <param name="SiteName">1 to 100 characters.</param>
/// <param name="Timezone">An IANA time zone, such as Europe/Berlin.</param>
/// <param name="Locale">A BCP 47 language tag, such as en-US.</param>
internal sealed record GeneralConfig(string SiteName, string Timezone, string Locale);

/// <param name="SessionTimeout">After how many seconds without a request a login session ends, 60 to 31622400.</param>
internal sealed record SecurityConfig(PasswordPolicyConfig PasswordPolicy, long SessionTimeout);

/// <param name="MinLength">How many characters a new password has at the least, 8 to 128.</param>
/// <param name="RequireSpecial">Whether a new password needs a character that is neither a letter nor a digit.</param>
internal sealed record PasswordPolicyConfig(int MinLength, bool RequireSpecial);

/// <param name="Enabled">The installed modules that are switched on.</param>
/// <param name="Disabled">The installed modules that are switched off.</param>
internal sealed record ModulesConfig(IReadOnlyList<string> Enabled, IReadOnlyList<string> Disabled);

/// <param name="LastUpdated">ISO 8601 in UTC.</param>
internal sealed record ConfigResponse(SystemConfigBody Config, DateTimeOffset LastUpdated);

/// <param name="Config">A part of the configuration: objects are merged, lists replaced, unknown members refused.</param>
internal sealed record ConfigUpdateRequest(JsonElement Config);

/// <param name="Changes">Newest first.</param>
internal sealed record ConfigHistoryResponse(
    IReadOnlyList<ConfigChangeResponse> Changes,
    int Total,
    int Page,
    int PerPage);

/// <param name="UserId">Who made it; null where the account is gone.</param>
/// <param name="ProfileId">The profile that was applied; null for none.</param>
/// <param name="ProfileName">What it was called then; null for none.</param>
/// <param name="ChangedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigChangeResponse(
    string Id,
    string? UserId,
    string? ProfileId,
    string? ProfileName,
    SystemConfigBody Before,
    SystemConfigBody After,
    DateTimeOffset ChangedAt);

/// <param name="Profiles">By name.</param>
internal sealed record ProfileListResponse(IReadOnlyList<ConfigProfileResponse> Profiles);

/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigProfileResponse(
    string Id,
    string Name,
    string Description,
    SystemConfigBody Config,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="Name">1 to 100 characters, unique without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="Config">A whole configuration.</param>
[LimitsOf(typeof(CreateConfigProfileCommand))]
internal sealed record ProfileCreateRequest(string Name, string Description, JsonElement Config);

/// <param name="Name">Null leaves as it is.</param>
/// <param name="Description">Null leaves as it is.</param>
/// <param name="Config">A whole configuration, which replaces the old one; null leaves as it is.</param>
[LimitsOf(typeof(UpdateConfigProfileCommand))]
internal sealed record ProfileUpdateRequest(
    string? Name = null,
    string? Description = null,
    JsonElement? Config = null);
