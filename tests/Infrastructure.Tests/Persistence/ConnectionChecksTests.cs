using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class ConnectionChecksTests(TestDatabase database)
{
    private static readonly DateTimeOffset Now = StoredToolSessions.Now;

    private ConnectionChecks Checks => ChecksOf(database.Main);

    [ProviderFact]
    public async Task Only_connections_in_use_of_active_tenants_are_found()
    {
        var used = await StoreAsync(Now);
        var left = new List<ToolSessionId>
        {
            await StoreAsync(null, session => session with { Label = "ada" }),
            await StoreAsync(Now.AddDays(-8), session => session with { Label = "ada" }),
            await StoreAsync(Now, session => session with { IsActive = false }),
            await StoreAsync(Now, session => session with { NeedsReconnect = true }),
            await StoreAsync(Now, session => session with { Credential = null }),
            await StoreAsync(Now),
        };
        await using var db = database.Main.OpenContext();
        var inactive = left[^1].Tenant;
        await db.Tenants.Where(tenant => tenant.Id == inactive).ExecuteUpdateAsync(row => row.SetProperty(tenant => tenant.DeactivatedAt, Now));

        foreach (var found in new[]
        {
            await Checks.FindDueAsync(Now.AddDays(-7), 1000, default), await Checks.FindEndingAsync(Now.AddDays(-7), Now.AddHours(2), 1000, default),
        })
        {
            var ids = found.Select(one => one.Session.Id).ToList();
            ids.ShouldContain(used);
            ids.Intersect(left).ShouldBeEmpty();
        }
    }

    [ProviderFact]
    public async Task What_one_node_takes_another_does_not_get_and_a_change_of_the_session_leaves_it_taken()
    {
        var id = await StoreAsync(Now);
        var other = ChecksOf(database.StartProcess());
        var (due, ending) = (await DueAsync(Checks, id), await EndingAsync(Checks, id));
        var (sameDue, sameEnding) = (await DueAsync(other, id), await EndingAsync(other, id));

        (await Checks.ClaimCheckAsync(due!, Now.AddHours(1), default)).ShouldBeTrue();
        (await other.ClaimCheckAsync(sameDue!, Now.AddHours(2), default)).ShouldBeFalse();
        (await Checks.ClaimRefreshAsync(ending!, Now.AddHours(1), default)).ShouldBeTrue();
        (await other.ClaimRefreshAsync(sameEnding!, Now.AddHours(2), default)).ShouldBeFalse();
        var repository = database.Main.Get<IToolSessionRepository>();
        var stored = await repository.LoadAsync(id, default);
        (await repository.SaveAsync(stored, stored with { RefreshFailed = true }, default)).Required();

        (await DueAsync(other, id)).ShouldBeNull();
        (await EndingAsync(other, id)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task Unused_connection_without_a_label_is_due_until_its_check_is_planned_and_again_when_it_is_reconnected()
    {
        var id = await StoreAsync(null);
        var old = await StoreAsync(null, session => session with { ConnectedAt = Now.AddDays(-8) });
        var due = (await DueAsync(Checks, id)).ShouldNotBeNull();
        due.DueAt.ShouldBeNull();
        (await DueAsync(Checks, old)).ShouldBeNull();
        (await EndingAsync(Checks, id)).ShouldBeNull();

        (await Checks.ClaimCheckAsync(due, Now.AddHours(-1), default)).ShouldBeTrue();
        (await DueAsync(Checks, id)).ShouldBeNull();
        var repository = database.Main.Get<IToolSessionRepository>();
        var stored = await repository.LoadAsync(id, default);
        (await repository.SaveAsync(stored, stored with { ConnectedAt = stored.ConnectedAt!.Value.AddMinutes(1) }, default)).Required();

        (await DueAsync(Checks, id)).ShouldNotBeNull().DueAt.ShouldBeNull();
    }

    [ProviderFact]
    public async Task Token_that_ends_later_or_is_not_refreshable_is_not_found()
    {
        var later = await StoreAsync(Now);
        var fixedToken = await StoreAsync(Now, session => session with { Credential = session.Credential! with { IsRefreshable = false } });

        var ending = (await Checks.FindEndingAsync(Now.AddDays(-7), Now.AddMinutes(59), 1000, default)).Select(one => one.Session.Id);
        ending.ShouldNotContain(later);
        (await EndingAsync(Checks, fixedToken)).ShouldBeNull();
    }

    private static ConnectionChecks ChecksOf(Installation process) =>
        new(process.Get<IDbContextFactory<ModuleXDbContext>>(), process.Time);

    private static async Task<DueConnection?> DueAsync(ConnectionChecks checks, ToolSessionId id) =>
        (await checks.FindDueAsync(Now.AddDays(-7), 1000, default)).SingleOrDefault(one => one.Session.Id == id);

    private static async Task<DueConnection?> EndingAsync(ConnectionChecks checks, ToolSessionId id) =>
        (await checks.FindEndingAsync(Now.AddDays(-7), Now.AddHours(2), 1000, default)).SingleOrDefault(one => one.Session.Id == id);

    private async Task<ToolSessionId> StoreAsync(DateTimeOffset? lastUsed, Func<ToolSessionSnapshot, ToolSessionSnapshot>? change = null)
    {
        var id = StoredToolSessions.IdOf(await database.Main.AddTenantAsync());
        var session = StoredToolSessions.Connected(id);
        await database.Main.AddSessionAsync(change is null ? session : change(session));
        await using var db = await database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(id.Tenant, default);
        await db.ToolSessions.ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, lastUsed));
        return id;
    }
}

[Provider("sqlite")]
public sealed class SqliteConnectionChecksTests(SqliteDatabase database) : ConnectionChecksTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlConnectionChecksTests(PostgreSqlDatabase database) : ConnectionChecksTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerConnectionChecksTests(SqlServerDatabase database) : ConnectionChecksTests(database), IClassFixture<SqlServerDatabase>;
