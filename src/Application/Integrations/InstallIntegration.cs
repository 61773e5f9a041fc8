using System.Text.Json;
using System.Text.Json.Nodes;
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
/// Installs a tool for an organization. NotFound: there is no such tool. Conflict: it is installed already, or the organization has as many as it may.
/// </summary>
/// <param name="Config">An object; null for an empty one.</param>
public sealed record InstallIntegrationCommand(Caller Caller, OrganizationId Organization, string Tool, JsonElement? Config) : ICommand<InstalledView>
{
    public override string ToString() => $"{Tool} ***";
}

internal sealed class InstallIntegrationHandler(
    IToolCatalog catalog, IUnitsOfWork units, IntegrationSecrets secrets, ToolEnvironment environment, TimeProvider time)
    : ICommandHandler<InstallIntegrationCommand, InstalledView>
{
    public async Task<Result<InstalledView>> Handle(InstallIntegrationCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (catalog.FindTool(command.Tool).Failed(out var error, out var tool)) return error;
        if (IntegrationForm.ReadConfig(command.Config).Failed(out error, out var sent)) return error;
        if (ConfigSecrets.Filled(tool, sent, new JsonObject()).Failed(out error, out var config)) return error;
        var sealedConfig = await secrets.SealConfigAsync(new IntegrationId(caller.Tenant, organization, tool.Name), config, cancellationToken);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        if ((await work.InstallAsync(organization, tool.Name, caller.User, now, cancellationToken)).Failed(out error, out var integration)) return error;
        integration.SetConfig(sealedConfig, now);
        work.Announce(organization.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.IntegrationInstalled, AuditResources.Integration, tool.Name, organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error
            : InstalledView.Of(integration, environment.IsComplete(tool, integration.VariableNames));
    }
}
