using System.Collections.Immutable;
using ModuleX.Application.Operations;
using ModuleX.Domain.Catalog;

namespace ModuleX.Application.Integrations;

/// <summary>Whether a tool has what it needs: an organization's own variables, and behind them those of the server.</summary>
internal sealed class ToolEnvironment(ISystemEnvironment system)
{
    /// <param name="names">The variables that the organization has set.</param>
    public bool IsComplete(ToolDefinition tool, ImmutableSortedSet<string> names) =>
        tool.EnvironmentVariables.Where(variable => variable.IsRequired).All(variable => names.Contains(variable.Name) || system.Has(tool, variable));

    /// <summary>
    /// Whether a tool may be installed by itself: the server has all of its required variables. A tool without required ones has to need none at
    /// all, and no OAuth client, else nothing says that the operator wants it.
    /// </summary>
    public bool IsReady(ToolDefinition tool)
    {
        var required = tool.EnvironmentVariables.Where(variable => variable.IsRequired).ToList();
        return required.Count > 0
            ? required.All(variable => system.Has(tool, variable))
            : tool.EnvironmentVariables.IsEmpty && tool.Auth.All(scheme => scheme.Kind != AuthKind.OAuth2);
    }
}
