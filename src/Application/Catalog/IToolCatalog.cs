using ModuleX.Application.Modules;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Catalog;

/// <summary>
/// The tools that can be used now. Reading costs nothing; the catalog is replaced whole when a manifest, a setting or a module changes. Tools
/// whose modules are disabled or not installed are not in it: for everybody there is no such tool then (<see cref="IModules"/> has them all).
/// </summary>
public interface IToolCatalog
{
    ToolCatalog Current { get; }

    /// <summary>False while a manifest has problems, so that its tool is missing or as it was before, or while there are no manifests at all.</summary>
    bool IsWhole { get; }

    /// <summary>NotFound: there is no such tool.</summary>
    Result<ToolDefinition> FindTool(string tool) => Current.FindTool(tool);

    /// <summary>By name or alias. NotFound: there is no such tool, or no such action of it.</summary>
    Result<ActionDefinition> FindAction(string tool, string action) => Current.FindAction(tool, action);
}
