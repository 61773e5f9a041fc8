using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;
using Npgsql;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>What is told of a database that is busy or away, and of bugs.</summary>
public sealed class OutageTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private IOutages Outages => database.Main.Get<IOutages>();

    [Fact]
    public async Task A_lock_that_is_not_given_in_time_is_an_outage_that_passes()
    {
        var organization = await database.Main.AddTenantAsync();
        await using var holder = await database.Main.BeginAsync(organization);

        var thrown = await Should.ThrowAsync<Exception>(() => database.StartProcess().BeginAsync(organization));

        var error = Outages.Find(new InvalidOperationException("Wrapped.", thrown)).ShouldNotBeNull();
        error.Kind.ShouldBe(ErrorKind.Unavailable);
        error.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_writer_begins_when_the_one_before_has_ended_and_not_before(bool commits)
    {
        var organization = await database.Main.AddTenantAsync();
        var first = await database.Main.BeginAsync(organization);
        var second = database.Main.BeginAsync(organization);
        var third = database.Main.BeginAsync(organization);

        (second.IsCompleted || third.IsCompleted).ShouldBeFalse();
        if (commits) (await first.CommitAsync(default)).Required();
        else await first.DisposeAsync();
        await (await second).DisposeAsync();
        await (await third).DisposeAsync();

        await first.DisposeAsync();
        await using var fourth = await database.Main.BeginAsync(organization);
        fourth.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_is_a_bug()
    {
        await using var db = database.Main.OpenContext();
        var thrown = await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlAsync($"INSERT INTO no_such_table VALUES (1)"));

        Outages.Find(thrown).ShouldBeNull();
        Outages.Find(new InvalidOperationException()).ShouldBeNull();
    }
}

/// <summary>The same on PostgreSQL.</summary>
[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlOutageTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [ProviderFact]
    public async Task A_deadlock_is_an_outage_that_passes_for_the_one_that_lost()
    {
        var (first, second) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await using var one = database.Main.OpenContext();
        await using var other = database.Main.OpenContext();
        await using var ofOne = await one.Database.BeginTransactionAsync();
        await using var ofOther = await other.Database.BeginTransactionAsync();
        await HoldAsync(one, first.TenantId.Value);
        await HoldAsync(other, second.TenantId.Value);

        var waiting = HoldAsync(one, second.TenantId.Value);
        var thrown = await Should.ThrowAsync<Exception>(() => Task.WhenAll(waiting, HoldAsync(other, first.TenantId.Value)));

        database.Main.Get<IOutages>().Find(thrown).ShouldBe(DatabaseOutages.Unavailable);
    }

    [ProviderFact]
    public async Task A_process_that_hangs_in_a_transaction_keeps_its_rows_from_the_others_for_a_few_seconds_only()
    {
        var tenant = (await database.Main.AddTenantAsync()).TenantId.Value;
        await using var hung = database.Main.OpenContext();
        await using var transaction = await hung.Database.BeginTransactionAsync();
        await HoldAsync(hung, tenant);
        await using var other = database.StartProcess().OpenContext();

        // The driver would give up after 30 s.
        await HoldAsync(other, tenant);

        var thrown = await Should.ThrowAsync<Exception>(() => transaction.CommitAsync());
        database.Main.Get<IOutages>().Find(thrown).ShouldBe(DatabaseOutages.Unavailable);
    }

    [ProviderFact]
    public async Task A_server_that_is_away_is_an_outage_that_passes()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = 9, Timeout = 1 };
        await using var connection = new NpgsqlConnection(nowhere.ConnectionString);

        database.Main.Get<IOutages>().Find(await Should.ThrowAsync<Exception>(() => connection.OpenAsync())).ShouldBe(DatabaseOutages.Unavailable);
    }

    private static Task<int> HoldAsync(ModuleXDbContext db, Guid tenant) =>
        db.Database.ExecuteSqlAsync($"UPDATE tenants SET domain = domain WHERE id = {tenant}");
}
