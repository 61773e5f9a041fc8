using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>Why something with the catalogue is refused.</summary>
public static class CatalogErrors
{
    public static Error ToolNotFound(string tool) =>
        new(ErrorKind.NotFound, "tool_not_found", $"Tool {tool} not found");

    public static Error ActionNotFound(string tool, string action) =>
        new(ErrorKind.NotFound, "action_not_found", $"Action {action} not found for tool {tool}");
}
