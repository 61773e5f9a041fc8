using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;

namespace ModuleX.Application.Modules;

/// <summary>
/// The modules in a unit of work. They belong to no tenant; the ratings are those of the unit's tenant. What is found may be changed; the commit writes it.
/// </summary>
public interface IModuleStore
{
    /// <summary>All that was decided about modules. No other unit of work changes one until this one ends. Before anything else is changed.</summary>
    Task<IReadOnlyList<Module>> HoldAllAsync(CancellationToken cancellationToken);

    void Add(Module module);

    /// <summary>Counts one more installation, of a module or of an integration.</summary>
    void CountInstall(string name);

    /// <summary>How many organizations of all tenants have it installed.</summary>
    Task<int> CountOrganizationsAsync(string name, CancellationToken cancellationToken);

    Task<ModuleRating?> FindRatingAsync(string name, UserId user, CancellationToken cancellationToken);

    void Add(ModuleRating rating);

    void Remove(ModuleRating rating);
}
