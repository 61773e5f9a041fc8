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
/// Sets environment variables of an installed tool; those that are not named stay. NotFound: it is not installed, or has left the catalog.
/// Invalid: variables that it does not have. Conflict: another request changed it meanwhile.
/// </summary>
/// <param name="Variables">By name; null or empty takes a value away.</param>
public sealed record UpdateIntegrationEnvironmentCommand(
    Caller Caller, OrganizationId Organization, string Tool, IReadOnlyDictionary<string, string?> Variables)
    : ICommand<IReadOnlyList<string>>
{
    public override string ToString() => $"{Tool} ***";
}

internal sealed class UpdateIntegrationEnvironmentHandler(
    IToolCatalog catalog, IReader<Integration> integrations, IUnitsOfWork units, IntegrationSecrets secrets, TimeProvider time)
    : ICommandHandler<UpdateIntegrationEnvironmentCommand, IReadOnlyList<string>>
{
    /// <returns>The names that were sent, sorted.</returns>
    public async Task<Result<IReadOnlyList<string>>> Handle(UpdateIntegrationEnvironmentCommand command, CancellationToken cancellationToken)
    {
        var (caller, organization) = (command.Caller, command.Organization);
        if (await integrations.FindAsync(caller.Tenant, new IntegrationOfToolSpec(organization, command.Tool), cancellationToken) is not { } stored)
            return IntegrationErrors.NotInstalled(command.Tool);
        if (catalog.FindTool(stored.Tool).Failed(out var error, out var tool)) return error;
        var values = await secrets.OpenEnvironmentAsync(stored.Id, stored.SealedEnvironment, cancellationToken) ?? IntegrationSecrets.NoValues;
        if (IntegrationForm.Merge(tool, values, command.Variables).Failed(out error, out values)) return error;
        var sealedValues = await secrets.SealEnvironmentAsync(stored.Id, values, cancellationToken);

        await using var work = await units.BeginAsync(caller.Tenant, cancellationToken);
        if ((await work.FindUnchangedAsync(stored, cancellationToken)).Failed(out error, out var integration)) return error;
        integration.SetEnvironment(sealedValues, [.. values.Keys], time.GetUtcNow());
        work.Announce(organization.Value);
        var names = command.Variables.Keys.Order(StringComparer.Ordinal).ToList();
        work.Record(
            new AuditEvent(caller.Actor, AuditActions.IntegrationEnvironmentUpdated, AuditResources.Integration, integration.Tool, organization)
            .With("variables", names));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : names;
    }
}
