using System.Text.Json;
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
/// Replaces the configuration of an installed tool; a secret that is sent as *** keeps its value. NotFound: it is not installed. Conflict: another request
/// changed it meanwhile.
/// </summary>
/// <param name="Config">An object.</param>
public sealed record UpdateIntegrationConfigCommand(Caller Caller, OrganizationId Organization, string Tool, JsonElement Config) : ICommand<Done>
{
    public override string ToString() => $"{Tool} ***";
}

internal sealed class UpdateIntegrationConfigHandler(
    IToolCatalog catalog, IReader<Integration> integrations, IUnitsOfWork units, IntegrationSecrets secrets, TimeProvider time)
    : ICommandHandler<UpdateIntegrationConfigCommand, Done>
{
    public async Task<Result<Done>> Handle(UpdateIntegrationConfigCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (IntegrationForm.ReadConfig(command.Config).Failed(out var error, out var sent)) return error;
        if (await integrations.FindAsync(caller.Tenant, new IntegrationOfToolSpec(organization, command.Tool), cancellationToken) is not { } stored)
            return IntegrationErrors.NotInstalled(command.Tool);
        catalog.FindTool(stored.Tool).Failed(out _, out var tool);
        if (ConfigSecrets.Filled(tool, sent, await secrets.OpenConfigAsync(stored, cancellationToken) ?? []).Failed(out error, out var config)) return error;
        var sealedConfig = await secrets.SealConfigAsync(stored.Id, config, cancellationToken);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindUnchangedAsync(stored, cancellationToken)).Failed(out error, out var integration)) return error;
        integration.SetConfig(sealedConfig, time.GetUtcNow());
        work.Announce(organization.Value);
        work.Record(new AuditEvent(caller.Actor, AuditActions.IntegrationConfigured, AuditResources.Integration, integration.Tool, organization));
        return await work.CommitAsync(cancellationToken);
    }
}
