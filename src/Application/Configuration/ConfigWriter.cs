using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Events;
using ModuleX.Application.Modules;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>Changes a configuration: in one transaction the tenant's own part, the modules, the record for the history and the audit.</summary>
internal sealed class ConfigWriter(IUnitsOfWork units, IModules modules, ModuleChanges moduleChanges, ConfigDefaults defaults, TimeProvider time)
{
    /// <summary>
    /// Forbidden: the caller does not administer the platform. Conflict: the modules contradict each other, or another request changed the same meanwhile.
    /// </summary>
    /// <param name="profile">The profile that is applied; null for none.</param>
    public async Task<Result<ConfigView>> ChangeAsync(Caller caller, ConfigChange change, ConfigProfile? profile, CancellationToken cancellationToken)
    {
        if (!caller.AdministersPlatform) return IdentityErrors.PlatformOnly;
        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var set = await moduleChanges.HoldAsync(work, caller, now, cancellationToken);
        var own = await work.Configuration.FindAsync(cancellationToken);
        var before = defaults.Complete(own, set.States);
        if (own is null) work.Configuration.Add(own = new TenantConfig(caller.Tenant, now));
        own.Apply(change, now);
        if (set.Switch(change.EnabledModules, change.DisabledModules).Failed(out var error, out var switched)) return error;
        ModuleChanges.Keep(work, caller, set, switched);

        var after = defaults.Complete(own, set.States);
        work.RecordConfig(caller, before, after, profile, now);
        var happened = new AuditEvent(
            caller.Actor, profile is null ? AuditActions.ConfigUpdated : AuditActions.ConfigProfileApplied, AuditResources.Config,
            caller.Tenant.ToString(), null);
        if (profile is not null) happened = happened.With("profile_id", profile.Id.ToString()).With("profile", profile.Name);
        work.Record(switched.Count == 0 ? happened : happened.With("modules", switched));
        work.Tell(
            SystemEvent.Notify(caller.Tenant, NotificationTypes.Info,
            profile is null ? "The configuration was changed" : $"The configuration {profile.Name} was applied", happened.Action,
            ("user_id", caller.User.ToString())));
        work.Announce(caller.Tenant.Value);
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        if (switched.Count > 0) await modules.ReloadAsync(cancellationToken);
        return new ConfigView(after, now);
    }
}

/// <summary>The history of configurations.</summary>
internal static class ConfigHistory
{
    public static void RecordConfig(this IUnitOfWork work, Caller caller, SystemConfig before, SystemConfig after, ConfigProfile? profile,
        DateTimeOffset now) =>
        work.Configuration.Add(
            new ConfigRecord(Guid.CreateVersion7(now), caller.Tenant, caller.User, profile?.Id, profile?.Name, ConfigJson.Write(before),
            ConfigJson.Write(after), now));
}
