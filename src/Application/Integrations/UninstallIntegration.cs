using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>Takes a tool away from an organization, with its configuration and variables. People's connections stay. NotFound: it is not installed.</summary>
public sealed record UninstallIntegrationCommand(Caller Caller, OrganizationId Organization, string Tool) : ICommand<Done>;

internal sealed class UninstallIntegrationHandler(IUnitsOfWork units) : ICommandHandler<UninstallIntegrationCommand, Done>
{
    public async Task<Result<Done>> Handle(UninstallIntegrationCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Integrations.FindAsync(command.Organization, command.Tool, cancellationToken) is not { } integration)
            return IntegrationErrors.NotInstalled(command.Tool);
        work.Integrations.Remove(integration);
        work.Announce(command.Organization.Value);
        work.Record(
            new AuditEvent(command.Caller.Actor, AuditActions.IntegrationUninstalled, AuditResources.Integration, integration.Tool, command.Organization));
        return await work.CommitAsync(cancellationToken);
    }
}
