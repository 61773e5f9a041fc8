using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Changes a part of the configuration of the caller's tenant: objects are merged, lists replaced. Invalid: a member is unknown or wrong. Forbidden:
/// the caller does not administer the platform. Conflict: the modules contradict each other, or another request changed the same meanwhile.
/// </summary>
/// <param name="Config">An object.</param>
public sealed record UpdateConfigCommand(Caller Caller, JsonElement Config) : ICommand<ConfigView>;

internal sealed class UpdateConfigHandler(IModules modules, ConfigWriter writer) : ICommandHandler<UpdateConfigCommand, ConfigView>
{
    public async Task<Result<ConfigView>> Handle(UpdateConfigCommand command, CancellationToken cancellationToken) =>
        ConfigForm.ReadPart(command.Config, modules.All).Failed(out var error, out var change) ? error
            : await writer.ChangeAsync(command.Caller, change, null, cancellationToken);
}
