using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Modules;

/// <summary>
/// Installs a module on the platform, and before it those that it needs. NotFound: there is no such tool. Invalid: the catalog has another
/// version. Conflict: it is installed, or needs one that is switched off. Forbidden: the caller does not administer the platform.
/// </summary>
/// <param name="Version">Null for the one that the catalog has.</param>
public sealed record InstallModuleCommand(Caller Caller, string Module, string? Version) : ICommand<ModuleView>;

internal sealed class InstallModuleHandler(
    IUnitsOfWork units, IModules modules, ModuleChanges changes, ConfigDefaults defaults, ModuleSettings settings, TimeProvider time)
    : ICommandHandler<InstallModuleCommand, ModuleView>
{
    public async Task<Result<ModuleView>> Handle(InstallModuleCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if (!caller.AdministersPlatform) return IdentityErrors.PlatformOnly;
        if (modules.All.FindTool(command.Module).Failed(out _, out var tool)) return ModuleErrors.Unknown(command.Module);
        if (command.Version is { } version && version != tool.Version)
            return ValidationErrors.Invalid(
                [new Problem(Problem.PointerTo("version"), $"version must be {tool.Version}, the only one of {tool.Name} in the catalog")
                { Rule = ProblemRule.ValueError }]);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var set = await changes.HoldAsync(work, caller, now, cancellationToken);
        var own = await work.Configuration.FindAsync(cancellationToken);
        var before = defaults.Complete(own, set.States);
        if (set.Install(tool.Name).Failed(out var error, out var installed)) return error;
        ModuleChanges.Keep(work, caller, set, []);
        foreach (var name in installed)
        {
            ModuleChanges.Record(work, ModuleChanges.EventOf(caller, AuditActions.ModuleInstalled, name));
            work.Modules.CountInstall(name);
        }
        work.RecordConfig(caller, before, defaults.Complete(own, set.States), null, now);
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        await modules.ReloadAsync(cancellationToken);
        return await settings.ShowAsync(tool, modules.States, cancellationToken);
    }
}
