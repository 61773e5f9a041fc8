using ModuleX.Domain.Catalog;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Domain.Modules;

/// <summary>
/// All modules, while no other unit of work changes one. Holds the rules that concern several of them; after a refusal nothing of it may be stored.
/// </summary>
/// <param name="catalog">All tools, the unavailable ones among them.</param>
/// <param name="decided">What is stored.</param>
public sealed class ModuleSet(ToolCatalog catalog, IEnumerable<Module> decided, UserId by, DateTimeOffset now)
{
    private readonly Dictionary<string, Module> _modules = decided.ToDictionary(module => module.Name);
    private readonly List<Module> _added = [];

    /// <summary>Those about which something was decided for the first time.</summary>
    public IReadOnlyList<Module> Added => _added;

    /// <summary>How they are now.</summary>
    public ModuleStates States => new(_modules.Values);

    /// <summary>The module for a change of it alone. NotFound: there is no such tool. Conflict: it is not installed.</summary>
    public Result<Module> FindInstalled(string name)
    {
        if (catalog.FindTool(name).Error is not null) return ModuleErrors.Unknown(name);
        return IsInstalled(name) ? Decide(name) : ModuleErrors.NotInstalled([name]);
    }

    /// <summary>
    /// Installs a tool, and before it whatever it needs. NotFound: there is no such tool. Conflict: it is installed, or needs something that is switched off.
    /// </summary>
    /// <returns>The names of what was installed, in that order.</returns>
    public Result<IReadOnlyList<string>> Install(string name)
    {
        if (catalog.FindTool(name).Failed(out _, out var tool)) return ModuleErrors.Unknown(name);
        if (IsInstalled(name)) return ModuleErrors.InstalledAlready(name);
        var needed = catalog.NeededBy(tool);
        var off = needed.Where(one => IsInstalled(one) && !IsEnabled(one)).ToList();
        if (off.Count > 0) return ModuleErrors.NeedsDisabled(name, off);
        var missing = needed.Where(one => !IsInstalled(one)).Append(name).ToList();
        foreach (var one in missing) Decide(one).Install(by, now);
        return missing;
    }

    /// <summary>NotFound: there is no such tool. Conflict: it is not installed, or others need it.</summary>
    public Result<Done> Uninstall(string name)
    {
        if (FindInstalled(name).Failed(out var error, out var module)) return error;
        var dependents = catalog.DependentsOf(name).Where(IsInstalled).ToList();
        if (dependents.Count > 0) return ModuleErrors.NeededBy(name, dependents);
        module.Uninstall(by, now);
        return Done.Result;
    }

    /// <summary>
    /// Switches modules on and off. One list alone says how all installed modules are to be: those that it does not name are the other way round.
    /// With both, those that neither names stay as they are. Conflict: one is not installed, an enabled one would need one that is off.
    /// </summary>
    /// <returns>Those that changed, by name.</returns>
    public Result<IReadOnlyList<string>> Switch(IReadOnlyCollection<string>? enabled, IReadOnlyCollection<string>? disabled)
    {
        var absent = (enabled ?? []).Concat(disabled ?? []).Where(name => !IsInstalled(name)).ToList();
        if (absent.Count > 0) return ModuleErrors.NotInstalled(absent);
        var changed = catalog.Tools.Select(tool => tool.Name).Where(IsInstalled).Where(name => Wanted(name) != IsEnabled(name)).ToList();
        foreach (var name in changed) Decide(name).SetEnabled(Wanted(name), by, now);
        foreach (var name in changed)
        {
            if (Conflict(name) is { } conflict) return conflict;
        }
        return changed;

        bool Wanted(string name) => (enabled, disabled) switch
        {
            (null, null) => IsEnabled(name),
            (null, _) => !disabled.Contains(name),
            (_, null) => enabled.Contains(name),
            _ => enabled.Contains(name) || (!disabled.Contains(name) && IsEnabled(name)),
        };
    }

    private Error? Conflict(string name)
    {
        if (IsEnabled(name))
        {
            var off = catalog.Tools.Where(tool => tool.Name == name).SelectMany(catalog.NeededBy).Where(one => !IsEnabled(one)).ToList();
            return off.Count > 0 ? ModuleErrors.NeedsDisabled(name, off) : null;
        }
        var dependents = catalog.DependentsOf(name).Where(IsEnabled).ToList();
        return dependents.Count > 0 ? ModuleErrors.NeededBy(name, dependents) : null;
    }

    private bool IsInstalled(string name) => !_modules.TryGetValue(name, out var module) || module.IsInstalled;

    private bool IsEnabled(string name) => !_modules.TryGetValue(name, out var module) || module is { IsInstalled: true, IsEnabled: true };

    private Module Decide(string name)
    {
        if (_modules.TryGetValue(name, out var module)) return module;
        module = new Module(name, now);
        _modules.Add(name, module);
        _added.Add(module);
        return module;
    }
}
