using System.Collections.Frozen;
using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>All tools at one moment. Immutable: a run that began with one catalogue ends with it.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, ToolDefinition> _byName;

    public Catalogue(IEnumerable<ToolDefinition> tools)
    {
        Tools = [.. tools.OrderBy(tool => tool.Name, StringComparer.Ordinal)];
        _byName = Tools.ToFrozenDictionary(tool => tool.Name);
    }

    /// <summary>A catalogue without tools.</summary>
    public static Catalogue Empty { get; } = new([]);

    /// <summary>Ordered by name.</summary>
    public ImmutableArray<ToolDefinition> Tools { get; }

    public Result<ToolDefinition> FindTool(string name) =>
        _byName.TryGetValue(name, out var tool) ? tool : CatalogErrors.ToolNotFound(name);

    /// <summary>The action with this name or alias.</summary>
    public Result<ActionDefinition> FindAction(string toolName, string actionName)
    {
        if (FindTool(toolName).Failed(out var error, out var tool)) return error;
        return tool.ActionsByName.TryGetValue(actionName, out var action) ? action : CatalogErrors.ActionNotFound(toolName, actionName);
    }
}
