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
/// Installs a tool with the organization's own environment variables, or sets them where it is installed. NotFound: there is no such tool. Invalid:
/// variables that it does not have. Conflict: the organization has as many tools as it may, or another request changed this one meanwhile.
/// </summary>
/// <param name="Variables">By name; null or empty takes a value away.</param>
public sealed record AdminInstallIntegrationCommand(Caller Caller, OrganizationId Organization, string Tool, IReadOnlyDictionary<string,
    string?> Variables) : ICommand<InstalledView>
{
    public override string ToString() => $"{Tool} ***";
}

internal sealed class AdminInstallIntegrationHandler(
    IToolCatalog catalog, IReader<Integration> integrations, IUnitsOfWork units, IntegrationSecrets secrets, ToolEnvironment environment,
    TimeProvider time)
    : ICommandHandler<AdminInstallIntegrationCommand, InstalledView>
{
    public async Task<Result<InstalledView>> Handle(AdminInstallIntegrationCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (catalog.FindTool(command.Tool).Failed(out var error, out var tool)) return error;
        var id = new IntegrationId(caller.Tenant, organization, tool.Name);
        var stored = await integrations.FindAsync(id.Tenant, new IntegrationOfToolSpec(organization, tool.Name), cancellationToken);
        var values = await secrets.OpenEnvironmentAsync(id, stored?.SealedEnvironment, cancellationToken) ?? IntegrationSecrets.NoValues;
        if (IntegrationForm.Merge(tool, values, command.Variables).Failed(out error, out values)) return error;
        var sealedValues = await secrets.SealEnvironmentAsync(id, values, cancellationToken);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        var now = time.GetUtcNow();
        var found = stored is null ? await work.InstallAsync(organization, tool.Name, caller.User, now, cancellationToken)
            : await work.FindUnchangedAsync(stored, cancellationToken);
        if (found.Failed(out error, out var integration)) return error;
        integration.SetEnvironment(sealedValues, [.. values.Keys], now);
        work.Announce(organization.Value);
        var action = stored is null ? AuditActions.IntegrationInstalled : AuditActions.IntegrationEnvironmentUpdated;
        work.Record(new AuditEvent(caller.Actor, action, AuditResources.Integration, tool.Name, organization));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error
            : InstalledView.Of(integration, environment.IsComplete(tool, integration.VariableNames));
    }
}
