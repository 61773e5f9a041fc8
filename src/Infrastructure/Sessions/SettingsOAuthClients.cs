using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;
using ModuleX.Infrastructure.Catalog;

namespace ModuleX.Infrastructure.Sessions;

/// <summary>OAuth clients of the whole server, from <c>Tools:&lt;name&gt;:ClientId</c> and <c>:ClientSecret</c>.</summary>
internal sealed class SettingsOAuthClients(IToolCatalogue catalogue, ToolSettingsReader settings) : IOAuthClients
{
    public ValueTask<OAuthClient?> FindAsync(ToolSessionId session, CancellationToken cancellationToken)
    {
        if (catalogue.FindTool(session.Tool).Failed(out _, out var tool)) return ValueTask.FromResult<OAuthClient?>(null);
        var found = settings.Of(tool.Name, tool.EnvironmentVariables);
        return ValueTask.FromResult(string.IsNullOrEmpty(found.ClientId) ? null : new OAuthClient(found.ClientId, found.ClientSecret));
    }
}
