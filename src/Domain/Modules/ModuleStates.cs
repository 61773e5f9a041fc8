using System.Collections.Frozen;
using System.Collections.Immutable;
using ModuleX.Domain.Catalog;

namespace ModuleX.Domain.Modules;

/// <summary>
/// How the modules are at one moment. Immutable. A tool without a decision is installed and enabled, so a new manifest is there at once.
/// </summary>
public sealed class ModuleStates
{
    private readonly FrozenDictionary<string, Module> _decided;

    /// <param name="decided">They are not changed any more.</param>
    public ModuleStates(IEnumerable<Module> decided)
    {
        _decided = decided.ToFrozenDictionary(module => module.Name);
        ChangedAt = _decided.Count == 0 ? null : _decided.Values.Max(module => module.ChangedAt);
    }

    /// <summary>Nothing was decided.</summary>
    public static ModuleStates Untouched { get; } = new([]);

    /// <summary>When a module was changed last; null for never.</summary>
    public DateTimeOffset? ChangedAt { get; }

    /// <summary>Null where nothing was decided.</summary>
    public Module? Find(string name) => _decided.GetValueOrDefault(name);

    public bool IsInstalled(string name) => Find(name)?.IsInstalled ?? true;

    /// <summary>Installed and switched on.</summary>
    public bool IsEnabled(string name) => Find(name) is not { } module || module is { IsInstalled: true, IsEnabled: true };

    /// <summary>The tools that can be used: enabled, and so is everything that they need.</summary>
    public IEnumerable<ToolDefinition> AvailableOf(ToolCatalog all) => all.Tools.Where(tool => IsEnabled(tool.Name) && all.NeededBy(tool).All(IsEnabled));

    /// <summary>The installed modules that are switched on, and those that are switched off, by name.</summary>
    public (ImmutableArray<string> Enabled, ImmutableArray<string> Disabled) SplitInstalled(ToolCatalog all)
    {
        var installed = all.Tools.Select(tool => tool.Name).Where(IsInstalled).ToLookup(IsEnabled);
        return ([.. installed[true]], [.. installed[false]]);
    }
}
