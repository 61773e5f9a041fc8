using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace ModuleX.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>A statement, and its parameters as a procedure would declare them.</summary>
public sealed record SqlStatement(string Text, string Parameters = "");

/// <summary>What the tests of this process, run on SQLite, would have sent to SQL Server. Each text counts once.</summary>
internal static class CausedStatements
{
    private static readonly ConcurrentDictionary<string, SqlStatement> Statements = new();
    private static readonly ConcurrentDictionary<string, bool> Failed = new();

    public static IReadOnlyList<SqlStatement> All => [.. Statements.Values];

    /// <summary>What the SQL Server provider could not write at all.</summary>
    public static IReadOnlyList<string> Failures => [.. Failed.Keys];

    public static void Add(DbCommand command)
    {
        var parameters = command.Parameters.Cast<SqlParameter>().Select(parameter => $"{parameter.ParameterName} {TypeOf(parameter)}");
        Statements.TryAdd(command.CommandText, new SqlStatement(command.CommandText, string.Join(", ", parameters)));
    }

    public static void AddFailure(string failure) => Failed.TryAdd(failure, true);

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary => $"{parameter.SqlDbType}(max)",
        var type => type.ToString(),
    };
}
