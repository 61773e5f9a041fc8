using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>
/// Changes the settings of an installed module, or switches it on or off; null leaves as it is. NotFound: there is no such tool. Invalid: a setting
/// that its manifest does not have, or a wrong value. Conflict: it is not installed, others need it or it needs one that is off, or another request changed
/// it meanwhile. Forbidden: the caller does not administer the platform.
/// </summary>
/// <param name="Settings">An object, put over what is stored; null takes a value away, and a secret that is sent as *** keeps its.</param>
public sealed record UpdateModuleCommand(Caller Caller, string Module, JsonElement? Settings, bool? IsEnabled) : ICommand<ModuleView>
{
    public override string ToString() => $"{Module} ***";
}

internal sealed class UpdateModuleHandler(
    IUnitsOfWork units, IModules modules, ModuleChanges changes, ConfigDefaults defaults, ModuleSettings settings, TimeProvider time)
    : ICommandHandler<UpdateModuleCommand, ModuleView>
{
    public async Task<Result<ModuleView>> Handle(UpdateModuleCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (!caller.AdministersPlatform) return IdentityErrors.PlatformOnly;
        if (modules.All.FindTool(command.Module).Failed(out _, out var tool)) return ModuleErrors.Unknown(command.Module);
        var stored = modules.States.Find(tool.Name);
        var values = await settings.OpenAsync(stored, cancellationToken) ?? ModuleSettings.None;
        if (ModuleForm.Merge(tool, values, command.Settings).Failed(out var error, out var merged)) return error;
        var sealedValues = await settings.SealAsync(tool.Name, merged, cancellationToken);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var set = await changes.HoldAsync(work, caller, now, cancellationToken);
        var own = await work.Configuration.FindAsync(cancellationToken);
        var before = defaults.Complete(own, set.States);
        if (set.FindInstalled(tool.Name).Failed(out error, out var module)) return error;
        if (command.Settings is not null)
        {
            // What was merged was read before the lock.
            if (module.Version != (stored?.Version ?? 0)) return ConcurrencyErrors.LostRace;
            module.SetSettings(sealedValues, [.. merged.Keys], caller.User, now);
            ModuleChanges.Record(work, ModuleChanges.EventOf(caller, AuditActions.ModuleConfigured, tool.Name));
        }
        if (Switch(set, tool.Name, command.IsEnabled).Failed(out error, out var switched)) return error;
        ModuleChanges.Keep(work, caller, set, switched);
        if (switched.Count > 0) work.RecordConfig(caller, before, defaults.Complete(own, set.States), null, now);
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        await modules.ReloadAsync(cancellationToken);
        return await settings.ShowAsync(tool, modules.States, cancellationToken);
    }

    private static Result<IReadOnlyList<string>> Switch(ModuleSet set, string name, bool? isEnabled) => isEnabled switch
    {
        null => Array.Empty<string>(),
        true => set.Switch([name], []),
        false => set.Switch([], [name]),
    };
}
