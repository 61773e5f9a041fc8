using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>The settings of a tool: the section <c>Tools:&lt;name&gt;</c>, and behind it the variables that the manifest names.</summary>
internal sealed class ToolSettingsReader(IOptionsMonitor<ToolsOptions> options, IConfiguration configuration)
{
    public ToolSettings Of(string tool, IEnumerable<EnvironmentVariable> variables)
    {
        var section = options.CurrentValue.GetValueOrDefault(tool) ?? new ToolSettings();
        var byVariable = variables
            .Where(variable => variable.Setting is not null && !string.IsNullOrEmpty(configuration[variable.Name]))
            .ToLookup(variable => variable.Setting!, variable => configuration[variable.Name]);
        return new ToolSettings
        {
            Server = section.Server ?? Variable(nameof(ToolSettings.Server)),
            AuthorizeUrl = section.AuthorizeUrl ?? Variable(nameof(ToolSettings.AuthorizeUrl)),
            TokenUrl = section.TokenUrl ?? Variable(nameof(ToolSettings.TokenUrl)),
            RevokeUrl = section.RevokeUrl ?? Variable(nameof(ToolSettings.RevokeUrl)),
            AfterConnectUrl = section.AfterConnectUrl ?? Variable(nameof(ToolSettings.AfterConnectUrl)),
            AuthUrl = section.AuthUrl ?? Variable(nameof(ToolSettings.AuthUrl)),
            ClientId = section.ClientId ?? Variable(nameof(ToolSettings.ClientId)),
            ClientSecret = section.ClientSecret ?? Variable(nameof(ToolSettings.ClientSecret)),
        };

        string? Variable(string setting) => byVariable[setting].FirstOrDefault();
    }

    /// <summary>Calls back when a setting of any tool changes.</summary>
    public IDisposable? OnChange(Action changed) => options.OnChange(_ => changed());
}
