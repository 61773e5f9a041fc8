using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Modules;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Modules;

internal sealed class StoredPopularity(IDbContextFactory<ModuleXDbContext> contexts) : IModulePopularity
{
    public async Task<IReadOnlyDictionary<string, ModulePopularity>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var installs = await db.ModuleInstalls.GroupBy(row => row.Module).Select(rows => new { Module = rows.Key, Count = rows.LongCount() })
            .ToListAsync(cancellationToken);
        // Sums and not the database's average: of whole numbers that is a whole number on some of them.
        var ratings = await db.ModuleRatings.AcrossTenants().GroupBy(row => row.Module)
            .Select(rows => new { Module = rows.Key, Count = rows.Count(), Sum = rows.Sum(row => row.Stars) }).ToListAsync(cancellationToken);
        var measured = installs.ToDictionary(row => row.Module, row => new ModulePopularity(row.Count, 0));
        foreach (var row in ratings)
            measured[row.Module] = measured.GetValueOrDefault(row.Module,
                ModulePopularity.None) with { Stars = Math.Round((double)row.Sum / row.Count, 2, MidpointRounding.AwayFromZero) };
        return measured;
    }
}
