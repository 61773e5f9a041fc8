using ModuleX.Application.Catalog;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Modules;

namespace ModuleX.Application.Modules;

/// <summary>
/// The modules as they are now, in memory, and never more than a second behind a change by another node. <see cref="IToolCatalog"/> has only what
/// is available of them.
/// </summary>
public interface IModules
{
    /// <summary>All tools that there are manifests of.</summary>
    ToolCatalog All { get; }

    ModuleStates States { get; }

    /// <summary>
    /// The folders of the manifests that have problems; a tool that is as it was before its manifest was changed is among <see cref="All"/> as well.
    /// </summary>
    IReadOnlyCollection<string> Faulty { get; }

    /// <summary>Reads the states again now. Called after the commit of a change, so that the next request sees the change.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);
}
