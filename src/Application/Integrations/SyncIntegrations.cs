using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>
/// Reads the catalog's folder again and, where it is asked for, installs for the organization every tool that the server is set up for, by name
/// and within the limit. NotFound: the organization was deleted meanwhile.
/// </summary>
public sealed record SyncIntegrationsCommand(Caller Caller, OrganizationId Organization, bool AutoInstall) : ICommand<SyncedView>;

/// <summary>What a sync found and did.</summary>
/// <param name="Tools">How many tools the catalog has.</param>
/// <param name="Installed">The tools that were installed now.</param>
public sealed record SyncedView(int Tools, IReadOnlyList<string> Installed);

internal sealed class SyncIntegrationsHandler(IToolFolder folder, IToolCatalog catalog, IUnitsOfWork units, ToolEnvironment environment, TimeProvider time)
    : ICommandHandler<SyncIntegrationsCommand, SyncedView>
{
    public async Task<Result<SyncedView>> Handle(SyncIntegrationsCommand command, CancellationToken cancellationToken)
    {
        await folder.ReloadAsync(cancellationToken);
        var (caller, id, tools) = (command.Caller, command.Organization, catalog.Current.Tools);
        var ready = command.AutoInstall ? tools.Where(environment.IsReady).Select(tool => tool.Name).ToList() : [];

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        await work.Organizations.HoldAsync(id, cancellationToken);
        if (await work.Organizations.FindAsync(id, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        var now = time.GetUtcNow();
        var installed = await InstallAsync(work, organization, ready, now, cancellationToken);
        organization.NoteSync(now);
        foreach (var tool in installed) work.Record(new AuditEvent(caller.Actor, AuditActions.IntegrationInstalled, AuditResources.Integration, tool, id));
        if (installed.Count > 0) work.Announce(id.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.IntegrationsSynced, AuditResources.Integration, null, id).With("installed", installed));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : new SyncedView(tools.Length, installed);
    }

    private static async Task<List<string>> InstallAsync(
        IUnitOfWork work, Organization organization, List<string> ready, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await work.Integrations.ListToolsAsync(organization.Id, cancellationToken);
        var installed = new List<string>();
        foreach (var tool in ready.Where(tool => !known.Contains(tool)))
        {
            // The organization is full: what is left waits for a decision.
            if (Integration.Install(organization, tool, known.Count + installed.Count, by: null, now).Failed(out _, out var integration)) break;
            work.Integrations.Add(integration);
            work.Modules.CountInstall(tool);
            installed.Add(tool);
        }
        return installed;
    }
}
