using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>What only all manifests together show of dependencies: that what they name is there, and that nothing needs itself.</summary>
internal static class ManifestDependencies
{
    /// <summary>Takes the tools out that can't have what they need, until all that are left can.</summary>
    /// <returns>The tools that were taken out, each with a problem.</returns>
    public static List<(string Tool, Problem Problem)> Remove(List<ToolDefinition> tools)
    {
        var removed = new List<(string, Problem)>();
        while (true)
        {
            var catalog = new ToolCatalog(tools);
            // Both judged on one state of the list: who is in a circle is no victim of another's fault.
            var found = tools.Select(tool => (tool.Name, Problem: ProblemOf(tool, catalog))).Where(one => one.Problem is not null).ToList();
            if (found.Count == 0) return removed;
            removed.AddRange(found.Select(one => (one.Name, one.Problem!)));
            tools.RemoveAll(tool => found.Any(one => one.Name == tool.Name));
        }
    }

    private static Problem? ProblemOf(ToolDefinition tool, ToolCatalog catalog)
    {
        foreach (var (index, name) in tool.Dependencies.Index())
        {
            if (catalog.FindTool(name).Failed(out _, out var needed)) return new($"/dependencies/{index}", $"{name} is no tool of the catalog");
            if (needed.Dependencies.Contains(tool.Name) || catalog.NeededBy(needed).Contains(tool.Name))
                return new($"/dependencies/{index}", $"{name} needs {tool.Name} in turn");
        }
        return null;
    }
}
