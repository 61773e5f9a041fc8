using System.Collections.Frozen;
using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>All tools at one moment. Immutable: a run that began with one catalog ends with it.</summary>
public sealed class ToolCatalog
{
    private readonly FrozenDictionary<string, ToolDefinition> _byName;

    public ToolCatalog(IEnumerable<ToolDefinition> tools)
    {
        Tools = [.. tools.OrderBy(tool => tool.Name, StringComparer.Ordinal)];
        _byName = Tools.ToFrozenDictionary(tool => tool.Name);
    }

    /// <summary>A catalog without tools.</summary>
    public static ToolCatalog Empty { get; } = new([]);

    /// <summary>Ordered by name.</summary>
    public ImmutableArray<ToolDefinition> Tools { get; }

    public Result<ToolDefinition> FindTool(string name) =>
        _byName.TryGetValue(name, out var tool) ? tool : CatalogErrors.ToolNotFound(name, NearestNames.Of(name, Tools.Select(one => one.Name)));

    /// <summary>The action with this name or alias.</summary>
    public Result<ActionDefinition> FindAction(string toolName, string actionName)
    {
        if (FindTool(toolName).Failed(out var error, out var tool)) return error;
        return tool.FindAction(actionName);
    }

    /// <summary>What a tool needs, directly or through others, each once: whatever is needed comes before what needs it.</summary>
    public IReadOnlyList<string> NeededBy(ToolDefinition tool)
    {
        if (tool.Dependencies.IsEmpty) return [];
        var needed = new List<string>();
        var seen = new HashSet<string> { tool.Name };
        Visit(tool);
        return needed;

        void Visit(ToolDefinition one)
        {
            foreach (var name in one.Dependencies)
            {
                if (!seen.Add(name)) continue;
                // One that is not there is needed all the same.
                if (_byName.TryGetValue(name, out var next)) Visit(next);
                needed.Add(name);
            }
        }
    }

    /// <summary>The tools whose manifests name this one, by name.</summary>
    public IEnumerable<string> DependentsOf(string name) => Tools.Where(tool => tool.Dependencies.Contains(name)).Select(tool => tool.Name);
}
