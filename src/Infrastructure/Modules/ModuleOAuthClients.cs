using ModuleX.Application.Modules;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Catalog;

namespace ModuleX.Infrastructure.Modules;

/// <summary>
/// OAuth clients that a module's settings give for the whole platform. In memory lies cipher text; the secret is opened for the moment of one
/// authorization or token request.
/// </summary>
internal sealed class ModuleOAuthClients(IModules modules, ModuleSettings settings)
{
    /// <summary>Null where the settings have none, or half of one.</summary>
    public async ValueTask<OAuthClient?> FindAsync(ToolDefinition tool, CancellationToken cancellationToken)
    {
        if (modules.States.Find(tool.Name) is not { } module || VariableFor(tool, nameof(ToolSettings.ClientId)) is not { } clientId
            || !module.SettingNames.Contains(clientId.Name)) return null;
        var clientSecret = VariableFor(tool, nameof(ToolSettings.ClientSecret));
        if (clientSecret is { IsRequired: true } && !module.SettingNames.Contains(clientSecret.Name)) return null;
        var values = await settings.OpenAsync(module, cancellationToken)
            ?? throw new UnavailableException(SecretErrors.Damaged($"The OAuth client of the module {tool.Name}"));
        return new OAuthClient(values[clientId.Name], clientSecret is null ? null : values.GetValueOrDefault(clientSecret.Name));
    }

    private static EnvironmentVariable? VariableFor(ToolDefinition tool, string setting) =>
        tool.EnvironmentVariables.FirstOrDefault(variable => variable.Setting == setting);
}
