using ModuleX.Domain.Results;

namespace ModuleX.Domain.Catalog;

/// <summary>Why something with the catalog is refused.</summary>
public static class CatalogErrors
{
    public const string ToolNotFoundCode = "tool_not_found";

    public const string ActionNotFoundCode = "action_not_found";

    /// <summary>The detail with the names that may have been meant, with commas between them.</summary>
    public const string NearestDetail = "did_you_mean";

    public static Error ToolNotFound(string tool, params IReadOnlyList<string> nearest) =>
        WithNearest(new(ErrorKind.NotFound, ToolNotFoundCode, $"Tool {tool} not found"), nearest);

    public static Error ActionNotFound(string tool, string action, params IReadOnlyList<string> nearest) =>
        WithNearest(new(ErrorKind.NotFound, ActionNotFoundCode, $"Action {action} not found for tool {tool}"), nearest);

    private static Error WithNearest(Error error, IReadOnlyList<string> nearest) =>
        nearest.Count == 0 ? error : error.With(NearestDetail, string.Join(", ", nearest));
}
