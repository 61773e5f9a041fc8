using ModuleX.Application.Catalog;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Knows which tools people can connect on this server, and in which ways.</summary>
internal sealed class ConnectableTools(IToolCatalog catalog, IOAuthClients clients)
{
    /// <summary>The tools of the catalog that a link offers, by the names that people read.</summary>
    public async Task<IReadOnlyList<ConnectableTool>> ListAsync(ConnectLink link, CancellationToken cancellationToken)
    {
        var found = new List<ConnectableTool>();
        foreach (var tool in catalog.Current.Tools.Where(tool => link.Tools.IsEmpty || link.Tools.Contains(tool.Name)))
        {
            var ways = await WaysAsync(link.SessionFor(tool.Name), tool, cancellationToken);
            if (ways.Count > 0) found.Add(new ConnectableTool(tool, ways));
        }
        return [.. found.OrderBy(one => one.Tool.DisplayName, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The schemes of a tool that work here, the preferred one first; empty where none does.</summary>
    public async Task<IReadOnlyList<AuthScheme>> WaysAsync(ToolSessionId session, ToolDefinition tool, CancellationToken cancellationToken)
    {
        var ways = new List<AuthScheme>();
        foreach (var scheme in tool.Auth)
        {
            var works = scheme.Kind switch
            {
                AuthKind.OAuth2 => await clients.FindAsync(session, cancellationToken) is not null,
                AuthKind.Manual => scheme.AuthUrl is not null || !scheme.Fields.IsEmpty,
                _ => true,
            };
            if (works) ways.Add(scheme);
        }
        return ways;
    }
}

/// <summary>A tool that can be connected.</summary>
/// <param name="Ways">The schemes that work here, the preferred one first; never empty.</param>
public sealed record ConnectableTool(ToolDefinition Tool, IReadOnlyList<AuthScheme> Ways);
