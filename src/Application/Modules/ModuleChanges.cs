using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Events;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Records;

namespace ModuleX.Application.Modules;

/// <summary>What every change of modules does.</summary>
internal sealed class ModuleChanges(IModules modules)
{
    /// <summary>All modules, while no other unit of work changes one.</summary>
    public async Task<ModuleSet> HoldAsync(IUnitOfWork work, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(modules.All, await work.Modules.HoldAllAsync(cancellationToken), caller.User, now);

    /// <summary>Stores and announces what became of a set.</summary>
    /// <param name="switched">Those that were switched on or off; each is recorded.</param>
    public static void Keep(IUnitOfWork work, Caller caller, ModuleSet set, IReadOnlyCollection<string> switched)
    {
        foreach (var module in set.Added) work.Modules.Add(module);
        var states = set.States;
        foreach (var name in switched) Record(work, EventOf(caller, states.IsEnabled(name) ? AuditActions.ModuleEnabled : AuditActions.ModuleDisabled, name));
        work.Announce(Module.Subject);
    }

    /// <summary>Records a change, and tells the admins of every tenant: modules are everybody's.</summary>
    public static void Record(IUnitOfWork work, AuditEvent happened)
    {
        work.Record(happened);
        var (module, action) = (happened.ResourceId!, happened.Action);
        work.Tell(SystemEvent.Notify(null, TypeOf(action), $"Module {module} was {WordOf(action)}", action, ("module_id", module)));
    }

    public static AuditEvent EventOf(Caller caller, string action, string module) => new(caller.Actor, action, AuditResources.Module, module, null);

    private static string TypeOf(string action) => action switch
    {
        AuditActions.ModuleInstalled or AuditActions.ModuleEnabled => NotificationTypes.Success,
        AuditActions.ModuleConfigured => NotificationTypes.Info,
        _ => NotificationTypes.Warning,
    };

    private static string WordOf(string action) => action switch
    {
        AuditActions.ModuleInstalled => "installed",
        AuditActions.ModuleUninstalled => "uninstalled",
        AuditActions.ModuleEnabled => "enabled",
        AuditActions.ModuleDisabled => "disabled",
        _ => "configured",
    };
}
