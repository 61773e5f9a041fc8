using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class UsageRecorderTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_graceful_stop_writes_what_was_noted()
    {
        var process = database.StartProcess();
        var session = await StoreAsync(process);
        var recorder = process.Get<UsageRecorder>();
        await recorder.StartAsync(default);
        for (var use = 0; use < 1000; use++) recorder.SessionUsed(session.Id);

        await recorder.StopAsync(default);

        (await LastUseAsync(process, session.Id)).ShouldNotBeNull();
    }

    [ProviderFact]
    public async Task Usage_takes_part_in_no_race()
    {
        var process = database.StartProcess();
        var session = await StoreAsync(process);
        var recorder = process.Get<UsageRecorder>();
        recorder.SessionUsed(session.Id);
        await recorder.FlushAsync(default);

        var saved = await process.Get<IToolSessionRepository>().SaveAsync(session with { IsActive = false }, default);

        saved.Error.ShouldBeNull();
    }

    [ProviderFact]
    public async Task More_uses_than_a_batch_are_all_written()
    {
        var process = database.StartProcess();
        var organization = await process.AddTenantAsync();
        var recorder = process.Get<UsageRecorder>();
        for (var owner = 0; owner < 450; owner++)
        {
            var id = StoredToolSessions.IdOf(organization, $"owner{owner}");
            await process.Get<IToolSessionRepository>().SaveAsync(StoredToolSessions.Connected(id), default);
            recorder.SessionUsed(id);
        }

        await recorder.FlushAsync(default);

        await using var after = process.OpenContext();
        (await after.ToolSessions.AcrossTenants().CountAsync(row => row.TenantId == organization.TenantId && row.LastUsedAt != null)).ShouldBe(450);
    }

    [ProviderFact]
    public async Task A_later_use_on_another_node_is_not_taken_back()
    {
        var (time, ahead) = (new TestTime(), new TestTime());
        ahead.Advance(TimeSpan.FromMinutes(1));
        var (process, other) = (database.StartProcess(time), database.StartProcess(ahead));
        var session = await StoreAsync(process);
        process.Get<UsageRecorder>().SessionUsed(session.Id);
        other.Get<UsageRecorder>().SessionUsed(session.Id);
        await other.Get<UsageRecorder>().FlushAsync(default);
        var last = await LastUseAsync(process, session.Id);

        await process.Get<UsageRecorder>().FlushAsync(default);

        (await LastUseAsync(process, session.Id)).ShouldBe(last);
    }

    [ProviderFact]
    public async Task Nodes_that_saw_the_same_sessions_do_not_wait_for_each_other()
    {
        var process = database.StartProcess();
        var organization = await process.AddTenantAsync();
        var ids = Enumerable.Range(0, 150).Select(owner => StoredToolSessions.IdOf(organization, $"owner{owner}")).ToList();
        foreach (var id in ids) await process.Get<IToolSessionRepository>().SaveAsync(StoredToolSessions.Connected(id), default);
        var log = new CountedLog<UsageRecorder>();
        UsageRecorder[] recorders = [Recorder(), Recorder()];
        // So many that the same sessions come in another order out of its memory.
        for (var owner = 0; owner < 2_000; owner++) recorders[1].SessionUsed(StoredToolSessions.IdOf(organization, $"gone{owner}"));
        await recorders[1].FlushAsync(default);

        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(recorders.Select(recorder => Task.Run(async () =>
            {
                foreach (var id in ids) recorder.SessionUsed(id);
                await recorder.FlushAsync(default);
            })));
        }

        log.Lines.ShouldBe(0);

        UsageRecorder Recorder() => new(process.Get<IDbContextFactory<ModuleXDbContext>>(), process.Time, log);
    }

    private static async Task<ToolSessionSnapshot> StoreAsync(Installation process) =>
        (await process.Get<IToolSessionRepository>()
            .SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(await process.AddTenantAsync())), default)).Required();

    private static async Task<DateTimeOffset?> LastUseAsync(Installation process, ToolSessionId id)
    {
        await using var db = process.OpenContext();
        return (await db.ToolSessions.AcrossTenants().WithId(id).SingleAsync()).LastUsedAt;
    }
}

[Provider("sqlite")]
public sealed class SqliteUsageRecorderTests(SqliteDatabase database) : UsageRecorderTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlUsageRecorderTests(PostgreSqlDatabase database) : UsageRecorderTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerUsageRecorderTests(SqlServerDatabase database) : UsageRecorderTests(database), IClassFixture<SqlServerDatabase>;
