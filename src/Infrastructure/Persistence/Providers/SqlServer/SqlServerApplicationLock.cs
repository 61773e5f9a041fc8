using System.Data.Common;
using Microsoft.Data.SqlClient;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>An application lock of a session; it counts within one database.</summary>
internal sealed class SqlServerApplicationLock(string connectionString, LeaseSharing sharing) : IConnectionLock
{
    public LeaseSharing Sharing => sharing;

    public DbConnection CreateConnection() =>
        new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "ModuleX lease" }.ConnectionString);

    public async Task<bool> TryTakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // 0 and 1 are success; -1 is a time-out, and the other negative numbers are failures too.
        command.CommandText = $"""
            DECLARE @taken int;
            EXEC @taken = sp_getapplock
                @Resource = N'{(sharing is LeaseSharing.Starting ? "ModuleX start" : "ModuleX")}',
                @LockMode = N'{(sharing is LeaseSharing.Cluster ? "Shared" : "Exclusive")}',
                @LockOwner = N'Session', @LockTimeout = 0;
            SELECT @taken;
            """;
        return await command.ExecuteScalarAsync(cancellationToken) is >= 0;
    }
}
