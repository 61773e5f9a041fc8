using Microsoft.Data.Sqlite;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Copies a database that may be in use into one file that is whole.</summary>
internal static class SqliteBackup
{
    private const string Unfinished = ".unfinished";

    /// <summary>
    /// <c>VACUUM INTO</c> reads one snapshot while others write, and takes along what is still in the write-ahead log. What was deleted stays behind.
    /// </summary>
    /// <exception cref="StartupException">The copy is damaged.</exception>
    public static async Task MakeAsync(string connectionString, string file, CancellationToken cancellationToken)
    {
        var unfinished = file + Unfinished;
        File.Delete(unfinished);
        // SQLite would make a file that others can read. It writes into an empty one.
        SqliteFiles.MakeEmpty(unfinished);
        try
        {
            var database = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 0, Mode = SqliteOpenMode.ReadWrite };
            await RunAsync(database, "VACUUM INTO $file", ("$file", unfinished), cancellationToken);
            var copy = new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false, Mode = SqliteOpenMode.ReadOnly };
            if (await RunAsync(copy, "PRAGMA integrity_check", null, cancellationToken) is not "ok")
                throw new StartupException("The database is damaged: its copy does not pass SQLite's integrity check. No backup was made.");
            await using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
            File.Move(unfinished, file, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<object?> RunAsync(
        SqliteConnectionStringBuilder where, string statement, (string Name, string Value)? parameter, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(where.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        if (parameter is { } given) command.Parameters.AddWithValue(given.Name, given.Value);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
