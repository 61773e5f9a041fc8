using System.CommandLine;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Api.CommandLine;

/// <summary>The database's schema.</summary>
internal static class DatabaseCommands
{
    public static Command Create() => new("database", "The database's schema") { Update(), Status() };

    private static Command Update() => new Command("update", "Apply the migrations that are pending; SQLite does so by itself at every start")
        .Does(async (services, _, cancellationToken) =>
        {
            var database = services.GetRequiredService<DatabaseStartup>();
            var pending = (await database.GetStatusAsync(cancellationToken)).Pending;
            await database.UpdateDatabaseAsync(cancellationToken);
            foreach (var migration in pending) Console.WriteLine($"applied {migration}");
            Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"{pending.Count} migrations applied.");
            return 0;
        });

    private static Command Status() => new Command("status", "Show which migrations are applied and which are pending; exit code 2 when some are pending")
        .Does(async (services, _, cancellationToken) =>
        {
            var status = await services.GetRequiredService<DatabaseStartup>().GetStatusAsync(cancellationToken);
            foreach (var migration in status.Applied) Console.WriteLine($"applied {migration}");
            foreach (var migration in status.Pending) Console.WriteLine($"pending {migration}");
            return status.Pending.Count == 0 ? 0 : 2;
        });
}
