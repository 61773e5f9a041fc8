using System.CommandLine;

namespace ModuleX.Api.CommandLine;

/// <summary>The database's schema, and copies of it.</summary>
internal static class DatabaseCommands
{
    public static Command Create() => new("database", "The database's schema, and copies of it") { Update(), Status(), Backup() };

    private static Command Update() => new Command(
            "update", "Apply the migrations that are pending, and make the database where there is none; SQLite does so by itself at every start")
        .DoesWithDatabase(async (database, _, _, cancellationToken) =>
        {
            var pending = (await database.GetStatusAsync(cancellationToken)).Pending;
            await database.UpdateDatabaseAsync(cancellationToken);
            foreach (var migration in pending) Console.WriteLine($"applied {migration}");
            Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"{pending.Count} migrations applied.");
            return 0;
        });

    private static Command Status() => new Command("status", "Show which migrations are applied and which are pending; exit code 2 when some are pending")
        .DoesWithDatabase(async (database, _, _, cancellationToken) =>
        {
            await database.RefuseMissingAsync(cancellationToken);
            var status = await database.GetStatusAsync(cancellationToken);
            foreach (var migration in status.Applied) Console.WriteLine($"applied {migration}");
            foreach (var migration in status.Pending) Console.WriteLine($"pending {migration}");
            return status.IsCurrent ? 0 : 2;
        });

    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "A new file; nothing is overwritten" };
        return new Command("backup", "Copy an SQLite database into one file while a server runs on it; for other databases it names their own means") { file }
            .DoesWithDatabase(async (database, _, parsed, cancellationToken) =>
            {
                var target = Path.GetFullPath(parsed.GetRequiredValue(file));
                await database.BackupAsync(target, cancellationToken);
                Console.WriteLine($"Copied {database.Where.Location} to {target}.");
                Console.WriteLine("Keep the master key apart from it: the copy's credentials can't be opened without it.");
                return 0;
            });
    }
}
