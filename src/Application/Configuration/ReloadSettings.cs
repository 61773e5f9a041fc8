using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>Reads the operator's settings file again and takes it, unless something in it is wrong: then all settings stay as they are.</summary>
public sealed record ReloadSettingsCommand : ICommand<SettingsFileView>;

internal sealed class ReloadSettingsHandler(ISettingsFile file) : ICommandHandler<ReloadSettingsCommand, SettingsFileView>
{
    public Task<Result<SettingsFileView>> Handle(ReloadSettingsCommand command, CancellationToken cancellationToken) => file.ReloadAsync(cancellationToken);
}
