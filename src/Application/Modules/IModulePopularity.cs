namespace ModuleX.Application.Modules;

/// <summary>Reads what people make of modules, across all tenants. Changes nothing.</summary>
public interface IModulePopularity
{
    /// <summary>By name; modules that were never installed nor rated are left out.</summary>
    Task<IReadOnlyDictionary<string, ModulePopularity>> MeasureAsync(CancellationToken cancellationToken);
}

/// <summary>How much a module is used and liked.</summary>
/// <param name="Installs">How often it was installed, on the platform or for an organization.</param>
/// <param name="Stars">The average of all ratings, with two decimals; 0 where there is none.</param>
public sealed record ModulePopularity(long Installs, double Stars)
{
    public static ModulePopularity None { get; } = new(0, 0);
}
