using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Paging;
using ModuleX.Domain.Configuration;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Between document 5's wire records of the configuration and the use cases.</summary>
internal static class ConfigMapping
{
    public static ConfigResponse ToWire(this ConfigView view) => new(view.Config.ToWire(), view.LastUpdated);

    public static ConfigHistoryResponse ToWire(this Page<ConfigRecordView> page) =>
        new([.. page.Items.Select(ToWire)], page.Total, page.Number, page.Request.Take);

    public static ProfileListResponse ToWire(this IReadOnlyList<ConfigProfileView> profiles) => new([.. profiles.Select(ToWire)]);

    public static ConfigProfileResponse ToWire(this ConfigProfileView profile) => new(
        profile.Id.ToString(), profile.Name, profile.Description, profile.Config.ToWire(), profile.CreatedAt, profile.UpdatedAt);

    public static CreateConfigProfileCommand ToCommand(this ProfileCreateRequest request, Caller caller) =>
        new(caller, request.Name, request.Description, request.Config);

    public static UpdateConfigProfileCommand ToCommand(this ProfileUpdateRequest request, Caller caller, Guid id) =>
        new(caller, id, request.Name, request.Description, request.Config);

    private static SystemConfigBody ToWire(this SystemConfig config) => new(
        new(config.SiteName, config.Timezone, config.Locale),
        new(new(config.MinLength, config.RequireSpecial), (long)config.SessionTimeout.TotalSeconds),
        new(config.EnabledModules, config.DisabledModules));

    private static ConfigChangeResponse ToWire(ConfigRecordView record) => new(
        record.Id.ToString(), record.ChangedBy?.ToString(), record.ProfileId?.ToString(), record.ProfileName, record.Before.ToWire(),
        record.After.ToWire(), record.ChangedAt);
}
