using System.Collections.Immutable;
using System.Text.Json;
using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Application.Configuration;
using ModuleX.Application.Paging;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;

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
    int PerPage)
{
    public static ConfigHistoryResponse Of(Page<ConfigRecordView> page) =>
        new([.. page.Items.Select(ConfigChangeResponse.Of)], page.Total, page.Number, page.Request.Take);
}

/// <param name="UserId">Who made it; null where the account is gone.</param>
/// <param name="ProfileId">The profile that was applied; null for none.</param>
/// <param name="ProfileName">What it was called then; null for none.</param>
/// <param name="ChangedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigChangeResponse(
    string Id,
    UserId? UserId,
    string? ProfileId,
    string? ProfileName,
    SystemConfigBody Before,
    SystemConfigBody After,
    DateTimeOffset ChangedAt)
{
    public static ConfigChangeResponse Of(ConfigRecordView record) => new(
        record.Id.ToString(), record.ChangedBy, record.ProfileId?.ToString(), record.ProfileName, record.Before.ToWire<SystemConfigBody>(),
        record.After.ToWire<SystemConfigBody>(), record.ChangedAt);
}

internal sealed class ConfigWire : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<ConfigView, ConfigResponse>();
        config.NewConfig<SystemConfig, SystemConfigBody>();
        config.NewConfig<Domain.Configuration.GeneralConfig, GeneralConfig>();
        config.NewConfig<Domain.Configuration.SecurityConfig, SecurityConfig>()
            .Map(wire => wire.SessionTimeout, security => (long)security.SessionTimeout.TotalSeconds);
        config.NewConfig<Domain.Configuration.PasswordPolicyConfig, PasswordPolicyConfig>();
        config.NewConfig<Domain.Configuration.ModulesConfig, ModulesConfig>();
        config.NewConfig<ImmutableArray<string>, IReadOnlyList<string>>().MapWith(names => names);
    }
}
