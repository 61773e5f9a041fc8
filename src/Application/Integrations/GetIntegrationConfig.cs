using System.Text.Json.Nodes;
using ModuleX.Application.Access;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Integrations;

/// <summary>The configuration of an installed tool; who does not administer the organization sees *** for secrets. NotFound: it is not installed.</summary>
public sealed record GetIntegrationConfigQuery(Caller Caller, OrganizationId Organization, string Tool) : IQuery<JsonObject>;

internal sealed class GetIntegrationConfigHandler(IToolCatalog catalog, IReader<Integration> integrations, IntegrationSecrets secrets)
    : IQueryHandler<GetIntegrationConfigQuery, JsonObject>
{
    public async Task<Result<JsonObject>> Handle(GetIntegrationConfigQuery query, CancellationToken cancellationToken)
    {
        var (caller, organization) = (query.Caller, query.Organization);
        if (await integrations.FindAsync(caller.Tenant, new IntegrationOfToolSpec(organization, query.Tool), cancellationToken) is not { } stored)
            return IntegrationErrors.NotInstalled(query.Tool);
        if (await secrets.OpenConfigAsync(stored, cancellationToken) is not { } config) return SecretErrors.Damaged($"The configuration of {stored.Tool}");
        if (caller.MayAdminister(organization)) return config;
        catalog.FindTool(stored.Tool).Failed(out _, out var tool);
        return ConfigSecrets.Masked(tool, config);
    }
}
