using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Brings the schema up to date, or says that an operator has to.</summary>
internal sealed class DatabaseMigrations(
    IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, IEnumerable<ISchemaPart> parts, ILogger<DatabaseMigrations> logger)
{
    /// <summary>
    /// The end of the name of a migration that only adds: tables, columns with a default or null, indexes that refuse nothing. The name is in the database,
    /// so the version before, which does not know the migration, can read there that it may go on.
    /// </summary>
    public const string OnlyAdds = "OnlyAdds";

    /// <summary>True when the database is there and has tables.</summary>
    public async Task<bool> HaveBegunAsync(CancellationToken cancellationToken) => (await GetStatusAsync(cancellationToken)).Applied.Count > 0;

    public async Task<DatabaseStatus> GetStatusAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = KnownTo(db);
        // Asked first: to look for migrations would create SQLite's file.
        if (!await db.ExistsAsync(cancellationToken)) return new(provider.Word, [], known);
        var history = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var replacement = provider.Squashed.ReplacementOf(history);
        List<string> applied = [.. replacement ?? history];
        foreach (var part in parts) applied.AddRange(await part.GetAppliedAsync(cancellationToken));
        return new(provider.Word, applied, known.Except(applied).ToList()) { HasOldHistory = replacement is not null };
    }

    /// <summary>A server's database is made by an operator; said before anything connects to it, since a driver's words for it name no way out.</summary>
    /// <exception cref="StartupException">The database is not there, and a start may not make it.</exception>
    public Task RefuseMissingAtStartAsync(CancellationToken cancellationToken) =>
        provider.MigratesAtStart ? Task.CompletedTask : RefuseMissingAsync(cancellationToken);

    /// <summary>For what works on a database that is there: in the wrong folder a new one would be made and asked.</summary>
    /// <exception cref="StartupException">The database is not there.</exception>
    public async Task RefuseMissingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ExistsAsync(cancellationToken)) return;
        throw new StartupException(provider.Folder is null
            ? $"The database {provider.Location} does not exist. Make it with the command: database update"
            : $"There is no database at {provider.Location}. Run this where the server's data is, or name the file with Database:ConnectionString; "
                + "a new one is made by a start or with the command: database update");
    }

    /// <summary>What a start does: migrates where that is harmless, else refuses while migrations are pending.</summary>
    /// <exception cref="StartupException">Migrations are pending, or the database is newer than this program.</exception>
    public async Task ApplyOrRefuseAsync(CancellationToken cancellationToken)
    {
        var status = await GetStatusAsync(cancellationToken);
        await RefuseNewerAsync(status);
        if (status.IsCurrent) return;
        if (!provider.MigratesAtStart)
        {
            var lack = status.Pending.Count > 0 ? $"{string.Join(", ", status.Pending)} pending" : "its history names migrations that were squashed";
            throw new StartupException($"The database is not up to date: {lack}. Run the command: database update");
        }
        await ApplyAsync(cancellationToken);
    }

    /// <summary>Applies all pending migrations; makes the database where it is missing and the login may do so.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await RefuseNewerAsync(await GetStatusAsync(cancellationToken));
        await ApplyAsync(cancellationToken);
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await provider.PrepareMigrationAsync(db, cancellationToken);
        if ((await GetStatusAsync(cancellationToken)).HasOldHistory) await provider.Squashed.TakeOverAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        foreach (var part in parts) await part.ApplyAsync(cancellationToken);
    }

    private List<string> KnownTo(ModuleXDbContext db) => [.. db.Database.GetMigrations(), .. parts.SelectMany(part => part.Steps)];

    private async Task RefuseNewerAsync(DatabaseStatus status)
    {
        if (provider.Squashed.ProblemOf(status.Applied) is { } problem) throw new StartupException(problem);
        await using var db = await contexts.CreateDbContextAsync();
        var unknown = status.Applied.Except(KnownTo(db)).ToList();
        if (unknown.Count == 0) return;
        if (unknown.Exists(migration => !migration.EndsWith(OnlyAdds, StringComparison.Ordinal)))
        {
            throw new StartupException(
                $"The database was made by a newer version of ModuleX: it has {string.Join(", ", unknown)}, which this one does not know.");
        }

        logger.LogWarning(
            "The database was brought up to date by a newer version of ModuleX. Its migrations only add, so this version goes on: {Migrations}",
            string.Join(", ", unknown));
    }
}
