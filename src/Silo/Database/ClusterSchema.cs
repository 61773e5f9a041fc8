using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Silo.Database;

/// <summary>
/// The tables that Orleans' ADO.NET providers work on, with the questions that they ask. On PostgreSQL they are ours; on SQL Server an operator
/// applies what Orleans publishes. A cluster on localhost needs none.
/// </summary>
internal sealed class ClusterSchema(IDbContextFactory<ModuleXDbContext> contexts, IOptions<DatabaseOptions> database) : ISchemaPart
{
    /// <summary>Each script makes one table that shows that it ran; in the order in which they build on each other.</summary>
    private static readonly (string Script, string Table)[] Scripts =
        [("Membership", "cluster_members"), ("Reminders", "cluster_reminders")];

    public IReadOnlyList<string> Steps => Folder is null ? [] : [.. Scripts.Select(script => NameOf(script.Script))];

    private string? Folder => database.Value.ProviderWord == DatabaseOptions.PostgreSql ? "PostgreSql" : null;

    public async Task<IReadOnlyCollection<string>> GetAppliedAsync(CancellationToken cancellationToken)
    {
        if (Folder is null) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        var applied = new List<string>();
        foreach (var (script, table) in Scripts)
        {
            if (await ExistsAsync(connection, table, cancellationToken)) applied.Add(NameOf(script));
        }
        return applied;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var applied = await GetAppliedAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        foreach (var (script, _) in Scripts.Where(one => Folder is not null && !applied.Contains(NameOf(one.Script))))
        {
            await ExecuteAsync(connection, await ReadAsync($"{Folder}/{script}.sql", cancellationToken), cancellationToken);
        }
    }

    private static string NameOf(string script) => $"Orleans_{script}";

    private static async Task<bool> ExistsAsync(DbConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // PostgreSQL made the name small when the script did not quote it.
        command.CommandText = $"SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = '{table.ToLowerInvariant()}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<string> ReadAsync(string resource, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(ClusterSchema).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
