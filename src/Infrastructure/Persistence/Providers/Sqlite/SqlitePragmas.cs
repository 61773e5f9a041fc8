using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// Sets up every connection. All but the journal mode belong to the connection, not to the file: a connection without them
/// would take references to nowhere, and could lose the last transactions at a power cut.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const int BusyTimeoutSeconds = 5;

    private const string Statements = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    private SqlitePragmas()
    {
    }

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CreateCommand(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CreateCommand(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand CreateCommand(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Statements;
        return command;
    }
}
