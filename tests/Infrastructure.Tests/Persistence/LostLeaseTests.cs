using Microsoft.Extensions.Logging.Abstractions;
using ModuleX.Infrastructure.Persistence.Providers.PostgreSql;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;
using Npgsql;

namespace ModuleX.Infrastructure.Tests.Persistence;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class LostLeaseTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    private const string Holders =
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    [ProviderFact]
    public async Task A_broken_connection_is_made_again_with_the_lock()
    {
        var lifetime = new TestLifetime();
        await using var lease = NewLease(lifetime);
        await lease.AcquireAsync(default);
        await using var admin = await OpenAsync();
        var before = await ScalarAsync(admin, Holders);

        await ScalarAsync(admin, $"SELECT pg_terminate_backend({before})");

        await Eventually.IsTrueAsync(async () => await ScalarAsync(admin, Holders) is int holder && holder != (int)before!, "the lock to be taken again");
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    [ProviderFact]
    public async Task A_lock_that_another_process_got_stops_the_program()
    {
        var lifetime = new TestLifetime();
        await using var lease = NewLease(lifetime);
        await lease.AcquireAsync(default);
        await using var thief = await OpenAsync();
        var holder = await ScalarAsync(thief, Holders);

        await ScalarAsync(thief, $"SELECT pg_terminate_backend({holder})");
        await Eventually.IsTrueAsync(
            () => new PostgreSqlAdvisoryLock(database.ConnectionString, LeaseSharing.Alone).TryTakeAsync(thief, default), "the other process to get the lock");

        await lifetime.Stopped.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private WatchedLease NewLease(TestLifetime lifetime) =>
        new(new PostgreSqlAdvisoryLock(database.ConnectionString, LeaseSharing.Alone), lifetime, TimeProvider.System,
            NullLogger<WatchedLease>.Instance) { Grace = TimeSpan.FromSeconds(1) };

    private async Task<NpgsqlConnection> OpenAsync()
    {
        // Out of the pool, which would keep the thief's session, and with it the lock, for the next test.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
