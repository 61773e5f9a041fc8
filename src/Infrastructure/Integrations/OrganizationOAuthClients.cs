using ModuleX.Application.Integrations;
using ModuleX.Application.Modules;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Catalog;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Integrations;

/// <summary>
/// The OAuth client that a session's organization has set up for its tool; where it has none, that of the module's settings, and behind it the
/// server's own. In memory lies cipher text; the secret is opened for the moment of one authorization or token request.
/// </summary>
internal sealed class OrganizationOAuthClients(
    IModules all, OrganizationToolsCache organizations, HomeOrganizations homes, IntegrationSecrets secrets,
    ModuleOAuthClients modules, SettingsOAuthClients settings) : IOAuthClients
{
    public async ValueTask<OAuthClient?> FindAsync(ToolSessionId session, CancellationToken cancellationToken)
    {
        // Also of a tool that is switched off: its tokens can still be revoked.
        if (all.All.FindTool(session.Tool).Failed(out _, out var tool)) return null;
        return await FindOwnAsync(session, tool, cancellationToken) ?? await modules.FindAsync(tool, cancellationToken) ?? settings.Find(tool);
    }

    private async ValueTask<OAuthClient?> FindOwnAsync(ToolSessionId session, ToolDefinition tool, CancellationToken cancellationToken)
    {
        if (VariableFor(tool, nameof(ToolSettings.ClientId)) is not { } clientId
            || await OrganizationOfAsync(session, cancellationToken) is not { } organization) return null;
        // Half a client is none: an id with the secret of another client would be refused at every token request.
        var clientSecret = VariableFor(tool, nameof(ToolSettings.ClientSecret));
        if ((await organizations.GetAsync(session.Tenant, organization, cancellationToken)).Find(tool.Name) is not { } integration) return null;
        if (!Has(integration, clientId) || (clientSecret is { IsRequired: true } && !Has(integration, clientSecret))) return null;
        // Another client behind it would be refused with this one's codes and tokens, and cost people their connections.
        var values = await secrets.OpenEnvironmentAsync(integration.Id, integration.SealedEnvironment, cancellationToken)
            ?? throw new UnavailableException(SecretErrors.Damaged($"The OAuth client of the organization for {tool.Name}"));
        return new OAuthClient(values[clientId.Name], clientSecret is null ? null : values.GetValueOrDefault(clientSecret.Name));
    }

    private async ValueTask<OrganizationId?> OrganizationOfAsync(ToolSessionId session, CancellationToken cancellationToken) =>
        session.Owner.FindUser() is { } user ? await homes.FindAsync(session.Tenant, user, cancellationToken) : session.Owner.FindOrganization();

    private static EnvironmentVariable? VariableFor(ToolDefinition tool, string setting) =>
        tool.EnvironmentVariables.FirstOrDefault(variable => variable.Setting == setting);

    private static bool Has(Integration integration, EnvironmentVariable variable) => integration.VariableNames.Contains(variable.Name);
}
