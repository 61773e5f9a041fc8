using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Puts the whole configuration of a profile in force. Modules that have left the catalog since it was kept are passed over; one that was
/// uninstalled is not. NotFound: there is no such profile. Forbidden: the caller does not administer the platform. Conflict: its modules are not
/// installed, or contradict each other.
/// </summary>
public sealed record ApplyConfigProfileCommand(Caller Caller, Guid Id) : ICommand<ConfigView>;

internal sealed class ApplyConfigProfileHandler(IReader<ConfigProfile> profiles, IModules modules, ConfigWriter writer)
    : ICommandHandler<ApplyConfigProfileCommand, ConfigView>
{
    public async Task<Result<ConfigView>> Handle(ApplyConfigProfileCommand command, CancellationToken cancellationToken)
    {
        if (await profiles.FindAsync(command.Caller.Tenant, new ConfigProfileByIdSpec(command.Id), cancellationToken) is not { } profile)
            return ConfigErrors.ProfileNotFound;
        var (config, all) = (ConfigJson.Read(profile.Config), modules.All);
        var known = config with { Modules = new([.. config.Modules.Enabled.Where(Exists)], [.. config.Modules.Disabled.Where(Exists)]) };
        return await writer.ChangeAsync(command.Caller, known.ToChange(), profile, cancellationToken);

        bool Exists(string name) => all.FindTool(name).Error is null;
    }
}
