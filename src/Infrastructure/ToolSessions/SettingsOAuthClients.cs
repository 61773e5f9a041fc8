using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Catalog;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>OAuth clients of the whole server, from <c>Tools:&lt;name&gt;:ClientId</c> and <c>:ClientSecret</c>.</summary>
internal sealed class SettingsOAuthClients(ToolSettingsReader settings)
{
    /// <summary>Null where the operator has set none up.</summary>
    public OAuthClient? Find(ToolDefinition tool)
    {
        var found = settings.Of(tool.Name, tool.EnvironmentVariables);
        return string.IsNullOrEmpty(found.ClientId) ? null : new OAuthClient(found.ClientId, found.ClientSecret);
    }
}
