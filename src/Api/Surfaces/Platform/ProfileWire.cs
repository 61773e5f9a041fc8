using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;

namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Profiles">By name.</param>
internal sealed record ProfileListResponse(IReadOnlyList<ConfigProfileResponse> Profiles)
{
    public static ProfileListResponse Of(IReadOnlyList<ConfigProfileView> profiles) => new([.. profiles.Select(ConfigProfileResponse.Of)]);
}

/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ConfigProfileResponse(
    string Id,
    string Name,
    string Description,
    SystemConfigBody Config,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ConfigProfileResponse Of(ConfigProfileView profile) => new(
        profile.Id.ToString(), profile.Name, profile.Description, profile.Config.ToWire<SystemConfigBody>(), profile.CreatedAt, profile.UpdatedAt);
}

/// <param name="Name">1 to 100 characters, unique without regard to case.</param>
/// <param name="Description">At most 500 characters.</param>
/// <param name="Config">A whole configuration.</param>
[LimitsOf(typeof(CreateConfigProfileCommand))]
internal sealed record ProfileCreateRequest(string Name, string Description, JsonElement Config)
{
    public CreateConfigProfileCommand ToCommand(Caller caller) =>
        new(caller, Name, Description, Config);
}

/// <param name="Name">Null leaves as it is.</param>
/// <param name="Description">Null leaves as it is.</param>
/// <param name="Config">A whole configuration, which replaces the old one; null leaves as it is.</param>
[LimitsOf(typeof(UpdateConfigProfileCommand))]
internal sealed record ProfileUpdateRequest(
    string? Name = null,
    string? Description = null,
    JsonElement? Config = null)
{
    public UpdateConfigProfileCommand ToCommand(Caller caller, Guid id) =>
        new(caller, id, Name, Description, Config);
}
