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
/// Takes a module off the platform, with its settings. What organizations and people keep with the tool stays, and is there again when it is
/// installed again. NotFound: there is no such tool. Conflict: it is not installed, others need it, or organizations have it. Forbidden: the caller
/// does not administer the platform.
/// </summary>
/// <param name="IsForced">Whether it goes although organizations have it.</param>
public sealed record UninstallModuleCommand(Caller Caller, string Module, bool IsForced) : ICommand<Done>;

internal sealed class UninstallModuleHandler(IUnitsOfWork units, IModules modules, ModuleChanges changes, ConfigDefaults defaults, TimeProvider time)
    : ICommandHandler<UninstallModuleCommand, Done>
{
    public async Task<Result<Done>> Handle(UninstallModuleCommand command, CancellationToken cancellationToken)
    {
        var (caller, name) = (command.Caller, command.Module);
        if (!caller.AdministersPlatform) return IdentityErrors.PlatformOnly;

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var set = await changes.HoldAsync(work, caller, now, cancellationToken);
        var own = await work.Configuration.FindAsync(cancellationToken);
        var before = defaults.Complete(own, set.States);
        if (set.Uninstall(name).Failed(out var error, out _)) return error;
        var organizations = await work.Modules.CountOrganizationsAsync(name, cancellationToken);
        if (organizations > 0 && !command.IsForced) return ModuleErrors.InUse(name, organizations);
        ModuleChanges.Keep(work, caller, set, []);
        ModuleChanges.Record(work, ModuleChanges.EventOf(caller, AuditActions.ModuleUninstalled, name).With("organizations", organizations));
        work.RecordConfig(caller, before, defaults.Complete(own, set.States), null, now);
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        await modules.ReloadAsync(cancellationToken);
        return Done.Result;
    }
}
