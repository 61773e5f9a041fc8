using Microsoft.Extensions.Configuration;
using ModuleX.Application.Modules;
using ModuleX.Application.Operations;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>
/// The variables of tools: in the settings of their modules, or in the server's, by their own name or as <c>Tools:&lt;name&gt;:&lt;setting&gt;</c>.
/// </summary>
internal sealed class SystemEnvironment(IModules modules, ToolSettingsReader settings, IConfiguration configuration) : ISystemEnvironment
{
    public bool Has(ToolDefinition tool, EnvironmentVariable variable) =>
        modules.States.Find(tool.Name)?.SettingNames.Contains(variable.Name) == true || !string.IsNullOrEmpty(configuration[variable.Name])
            || !string.IsNullOrEmpty(SettingOf(tool, variable));

    private string? SettingOf(ToolDefinition tool, EnvironmentVariable variable)
    {
        if (variable.Setting is null) return null;
        var found = settings.Of(tool.Name, tool.EnvironmentVariables);
        return variable.Setting switch
        {
            nameof(ToolSettings.Server) => found.Server,
            nameof(ToolSettings.AuthorizeUrl) => found.AuthorizeUrl,
            nameof(ToolSettings.TokenUrl) => found.TokenUrl,
            nameof(ToolSettings.RevokeUrl) => found.RevokeUrl,
            nameof(ToolSettings.AuthUrl) => found.AuthUrl,
            nameof(ToolSettings.ClientId) => found.ClientId,
            nameof(ToolSettings.ClientSecret) => found.ClientSecret,
            _ => null,
        };
    }
}
