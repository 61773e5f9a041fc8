using System.Data.Common;
using ModuleX.Infrastructure.Persistence.Startup;
using Npgsql;

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>A session's advisory lock; its number means this program, and counts within one database.</summary>
internal sealed class PostgreSqlAdvisoryLock(string connectionString, LeaseSharing sharing) : IConnectionLock
{
    /// <summary>The letters of ModuleX.</summary>
    private const long Number = 0x4D_6F_64_75_6C_65_58;

    public LeaseSharing Sharing => sharing;

    public DbConnection CreateConnection() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        KeepAlive = 5,
        ApplicationName = "ModuleX lease",
    }.ConnectionString);

    public async Task<bool> TryTakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sharing switch
        {
            LeaseSharing.Cluster => $"SELECT pg_try_advisory_lock_shared({Number})",
            LeaseSharing.Starting => $"SELECT pg_try_advisory_lock({Number + 1})",
            _ => $"SELECT pg_try_advisory_lock({Number})",
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
