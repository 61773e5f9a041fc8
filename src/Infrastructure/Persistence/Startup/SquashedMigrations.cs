using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>
/// Migrations that were squashed. A database that has exactly the old ones has the schema of the new ones, so only its history is rewritten.
/// </summary>
/// <param name="Released">The ids in version 0.1.2, now <c>Initial</c>.</param>
/// <param name="Unreleased">The ids that came after them on the way to the next version, now one migration.</param>
internal sealed record SquashedMigrations(IReadOnlyList<string> Released, IReadOnlyList<string> Unreleased)
{
    // The same for all providers.
    private const string Initial = "20261129000000_Initial";
    private const string AfterInitial = "20261129235200_DeletedUsersSignaturesRevocations";

    private readonly IReadOnlyList<(IReadOnlyList<string> Old, IReadOnlyList<string> New)> _known =
        [(Released, [Initial]), ([.. Released, .. Unreleased], [Initial, AfterInitial])];

    /// <summary>The ids of today for a history of old ones; null for any other history.</summary>
    public IReadOnlyList<string>? ReplacementOf(IReadOnlyCollection<string> history) =>
        _known.FirstOrDefault(squashed => squashed.Old.Count == history.Count && squashed.Old.All(history.Contains)).New;

    /// <summary>Why a history with old ids can't be taken over; null where it has none, or was replaced.</summary>
    public string? ProblemOf(IReadOnlyList<string> applied)
    {
        if (!applied.Any(id => Released.Contains(id) || Unreleased.Contains(id))) return null;
        var missing = Released.Except(applied).ToList();
        return missing.Count > 0
            ? $"The database can't be taken over: of the migrations of version 0.1.2 it lacks {string.Join(", ", missing)}. Update it with version 0.1.2 first."
            : $"The database can't be taken over: beside the migrations of version 0.1.2 it has {string.Join(", ", applied.Except(Released))}.";
    }

    /// <summary>
    /// Rewrites a history of old ids, and leaves any other alone. One transaction: after a crash it is the old or the new one.
    /// The history's table is there.
    /// </summary>
    public async Task TakeOverAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        var history = db.GetService<IHistoryRepository>();
        // Some databases keep this lock in the transaction, so it begins first.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var migrating = await history.AcquireDatabaseLockAsync(cancellationToken);
        var old = (await history.GetAppliedMigrationsAsync(cancellationToken)).Select(row => row.MigrationId).ToList();
        if (ReplacementOf(old) is not { } replacement) return;
        foreach (var id in old) await db.Database.ExecuteSqlRawAsync(history.GetDeleteScript(id), cancellationToken);
        foreach (var id in replacement)
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new(id, ProductInfo.GetVersion())), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
