using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>Reads the operator's settings file again and takes it, unless something in it is wrong: then all settings stay as they are.</summary>
/// <param name="OnAllNodes">The other nodes of a cluster read theirs, too, once this one's was taken.</param>
public sealed record ReloadSettingsCommand(Actor Actor, bool OnAllNodes) : ICommand<SettingsFileView>;

internal sealed class ReloadSettingsHandler(ISettingsFile file, IOtherNodes others, IUnitsOfWork units)
    : ICommandHandler<ReloadSettingsCommand, SettingsFileView>
{
    public async Task<Result<SettingsFileView>> Handle(ReloadSettingsCommand command, CancellationToken cancellationToken)
    {
        if ((await file.ReloadAsync(cancellationToken)).Failed(out var error, out var taken)) return error;
        if (command.OnAllNodes) await others.ReloadSettingsAsync();
        await using var work = await units.BeginAsync(command.Actor.Tenant, cancellationToken);
        work.Record(new AuditEvent(command.Actor, AuditActions.SettingsReloaded, AuditResources.System, null, null).With("source", taken.Source));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : taken;
    }
}
