using System.Diagnostics;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class LeaseTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_second_process_is_refused_until_the_first_lets_go()
    {
        await using var first = database.StartProcess().Get<ISingleNodeLease>();
        await using var second = database.StartProcess().Get<ISingleNodeLease>();
        await first.AcquireAsync(default);

        var refused = await Should.ThrowAsync<StartupException>(() => second.AcquireAsync(default));
        await first.DisposeAsync();
        await second.AcquireAsync(default);

        refused.Message.ShouldContain("Another ModuleX process");
        refused.Message.ShouldContain("src/Silo");
    }

    [ProviderFact]
    public async Task Who_holds_it_may_ask_again()
    {
        await using var lease = database.StartProcess().Get<ISingleNodeLease>();
        await lease.AcquireAsync(default);

        await Should.NotThrowAsync(() => lease.AcquireAsync(default));
    }

    [ProviderFact]
    public async Task It_dies_with_its_process()
    {
        using var holder = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!, ["exec", typeof(LeaseTests).Assembly.Location, LeaseHolder.Verb, database.Provider, database.ConnectionString])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        (await holder.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe(LeaseHolder.Held);
        await using var lease = database.StartProcess().Get<ISingleNodeLease>();
        var refused = await Should.ThrowAsync<StartupException>(() => lease.AcquireAsync(default));

        holder.Kill();
        await holder.WaitForExitAsync();
        await lease.AcquireAsync(default);

        if (database.Provider == "sqlite") refused.Message.ShouldContain($"process {holder.Id}");
    }
}

[Provider("sqlite")]
public sealed class SqliteLeaseTests(SqliteDatabase database) : LeaseTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlLeaseTests(PostgreSqlDatabase database) : LeaseTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerLeaseTests(SqlServerDatabase database) : LeaseTests(database), IClassFixture<SqlServerDatabase>;
