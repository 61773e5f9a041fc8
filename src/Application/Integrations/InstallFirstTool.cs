using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Integrations;

/// <summary>The server installs a tool for the default organization of a tenant, where the catalog has it and it is not there yet.</summary>
public sealed record InstallFirstToolCommand(TenantId Tenant, string Tool) : ICommand<Done>;

internal sealed class InstallFirstToolHandler(IToolCatalog catalog, IOrganizationRepository organizations, IUnitsOfWork units, TimeProvider time)
    : ICommandHandler<InstallFirstToolCommand, Done>
{
    public async Task<Result<Done>> Handle(InstallFirstToolCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Tool).Error is not null) return Done.Result;
        if (await organizations.FindAsync(command.Tenant, Organization.DefaultSlug, cancellationToken) is not { } organization) return Done.Result;
        await using var work = await units.BeginAsync(command.Tenant, cancellationToken);
        if ((await work.InstallAsync(organization.Id, command.Tool, by: null, time.GetUtcNow(), cancellationToken)).Failed(out var error, out _))
            return UnlessThere(error);
        work.Announce(organization.Id.Value);
        work.Record(new AuditEvent(Actor.System(command.Tenant), AuditActions.IntegrationInstalled, AuditResources.Integration, command.Tool, organization.Id));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? UnlessThere(error) : Done.Result;
    }

    /// <summary>Another node that started at the same time has installed it.</summary>
    private static Result<Done> UnlessThere(Error error) => error.Kind == ErrorKind.Conflict ? Done.Result : error;
}
