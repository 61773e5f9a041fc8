using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Configuration;

/// <summary>A configuration as it is in force.</summary>
/// <param name="LastUpdated">When anything of it was changed last; when the tenant was made, where nothing ever was.</param>
public sealed record ConfigView(SystemConfig Config, DateTimeOffset LastUpdated);

/// <summary>A change that was made.</summary>
/// <param name="ChangedBy">Null where the account is gone.</param>
/// <param name="ProfileId">The profile that was applied; null for none.</param>
public sealed record ConfigRecordView(
    Guid Id, UserId? ChangedBy, DateTimeOffset ChangedAt, Guid? ProfileId, string? ProfileName, SystemConfig Before, SystemConfig After)
{
    internal static ConfigRecordView Of(ConfigRecord record) => new(
        record.Id, record.UserId, record.ChangedAt, record.ProfileId, record.ProfileName, ConfigJson.Read(record.Before), ConfigJson.Read(record.After));
}

/// <summary>A configuration under a name.</summary>
public sealed record ConfigProfileView(Guid Id, string Name, string Description, SystemConfig Config, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ConfigProfileView Of(ConfigProfile profile) =>
        new(profile.Id, profile.Name, profile.Description, ConfigJson.Read(profile.Config), profile.CreatedAt, profile.UpdatedAt);
}
