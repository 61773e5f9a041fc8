using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Access;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class ToolSessionRepositoryTests(TestDatabase database)
{
    private IToolSessionRepository Repository => database.Main.Get<IToolSessionRepository>();

    [ProviderFact]
    public async Task What_was_never_stored_is_empty()
    {
        var id = await NewIdAsync();

        var loaded = await Repository.LoadAsync(id, default);

        StoredToolSessions.Show(loaded).ShouldBe(StoredToolSessions.Show(ToolSessionSnapshot.Empty(id)));
    }

    [ProviderFact]
    public async Task A_session_comes_back_as_it_was_saved()
    {
        var at = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var session = StoredToolSessions.Connected(await NewIdAsync()) with
        {
            Name = "At work", Label = "ada@example.com", DefaultSince = at, Fault = new("refresh_failed", "It could not be refreshed", at),
            Sharing = new(false, [new RoleId(Guid.NewGuid())], [new UserId(Guid.NewGuid()), new UserId(Guid.NewGuid())]),
        };

        var saved = (await Repository.SaveAsync(session, default)).Required();
        var loaded = await Repository.LoadAsync(session.Id, default);

        saved.Version.ShouldBeGreaterThan(0);
        saved.ConnectionId.ShouldNotBe(Guid.Empty);
        StoredToolSessions.Show(saved).ShouldBe(StoredToolSessions.Show(
            session with { Version = saved.Version, ConnectionId = saved.ConnectionId, CreatedAt = saved.CreatedAt.ShouldNotBeNull() }));
        StoredToolSessions.Show(loaded).ShouldBe(StoredToolSessions.Show(saved));
    }

    [ProviderFact]
    public async Task Each_save_moves_the_version()
    {
        var first = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();

        var second = (await Repository.SaveAsync(first with { IsActive = false }, default)).Required();

        second.Version.ShouldBe(first.Version + 1);
        (await Repository.LoadAsync(first.Id, default)).IsActive.ShouldBeFalse();
    }

    [ProviderFact]
    public async Task Another_process_that_reads_changes_hears_of_every_save_and_of_the_removal_and_this_one_of_none()
    {
        var (own, other) = (new Listener(database.Main), new Listener(database.StartProcess()));
        var saved = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();
        var subject = ToolSessionSubject.Of(saved.Id);
        var byOwn = own.Heard.Count;

        await own.PollAsync();
        await other.PollAsync();
        other.Heard.ShouldContain(new ToolSessionChange(subject, saved.Version));
        (await Repository.SaveAsync(ToolSessionSnapshot.Empty(saved.Id) with { Version = saved.Version }, default)).Required();
        await other.PollAsync();

        other.Heard.Where(change => change.Subject == subject).ShouldBe([new(subject, saved.Version), new(subject, 0)]);
        own.Heard.Count.ShouldBe(byOwn + 1, "what it was told at once, and nothing more");
    }

    [ProviderFact]
    public async Task A_claim_of_a_refresh_comes_back_as_it_was_saved()
    {
        var session = StoredToolSessions.Connected(await NewIdAsync());
        var claim = new RefreshClaim(session.Credential!.Id, Guid.NewGuid(), "127.0.0.1:11111@42", StoredToolSessions.Now.AddMinutes(1));

        (await Repository.SaveAsync(session with { Refresh = claim }, default)).Required();

        (await Repository.LoadAsync(session.Id, default)).Refresh.ShouldBe(claim);
    }

    [ProviderFact]
    public async Task Who_loses_the_race_gets_Conflict_and_changes_nothing()
    {
        var stored = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();
        await Repository.SaveAsync(stored with { IsActive = false }, default);

        var late = await Repository.SaveAsync(stored with { NeedsReconnect = true }, default);

        late.Error.ShouldBe(ToolSessionErrors.LostRace);
        (await Repository.LoadAsync(stored.Id, default))
            .ShouldSatisfyAllConditions(now => now.IsActive.ShouldBeFalse(), now => now.NeedsReconnect.ShouldBeFalse());
    }

    [ProviderFact]
    public async Task Of_many_first_saves_one_wins()
    {
        var session = StoredToolSessions.Connected(await NewIdAsync());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Repository.SaveAsync(session, default))));

        outcomes.Count(outcome => outcome.Error is null).ShouldBe(1);
        outcomes.Where(outcome => outcome.Error is not null).ShouldAllBe(outcome => outcome.Error == ToolSessionErrors.LostRace);
    }

    [ProviderFact]
    public async Task A_session_that_holds_nothing_has_no_row()
    {
        var stored = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();

        var emptied = (await Repository.SaveAsync(ToolSessionSnapshot.Empty(stored.Id) with { Version = stored.Version }, default)).Required();

        emptied.Version.ShouldBe(0);
        (await Repository.ListAsync(stored.Id.Tenant, stored.Id.Owner, default)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task A_late_removal_is_Conflict()
    {
        var stored = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();
        await Repository.SaveAsync(stored with { IsActive = false }, default);

        var late = await Repository.SaveAsync(ToolSessionSnapshot.Empty(stored.Id) with { Version = stored.Version }, default);

        late.Error.ShouldBe(ToolSessionErrors.LostRace);
    }

    [ProviderFact]
    public async Task Who_remembers_a_removed_session_cannot_bring_it_back()
    {
        var old = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();
        await Repository.SaveAsync(ToolSessionSnapshot.Empty(old.Id) with { Version = old.Version }, default);
        var anew = (await Repository.SaveAsync(StoredToolSessions.Connected(old.Id), default)).Required();

        var late = await Repository.SaveAsync(old with { RefreshFailed = true }, default);

        late.Error.ShouldBe(ToolSessionErrors.LostRace);
        (await Repository.LoadAsync(old.Id, default)).Credential!.Id.ShouldBe(anew.Credential!.Id);
    }

    [ProviderFact]
    public async Task An_owner_sees_the_own_sessions_ordered_by_tool()
    {
        var organization = await database.Main.AddTenantAsync();
        var other = await database.Main.AddTenantAsync();
        foreach (var tool in (string[])["slack", "gmail", "n8n"])
            await Repository.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(organization, tool: tool)), default);
        await Repository.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(organization, "Ann")), default);
        await Repository.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(other)), default);

        var listed = await Repository.ListAsync(organization.TenantId, OwnerId.External(organization.Id, "ann"), default);

        listed.Select(session => session.Id.Tool).ShouldBe(["gmail", "n8n", "slack"]);
    }

    [ProviderFact]
    public async Task Owners_that_differ_in_case_or_a_space_stay_apart()
    {
        var organization = await database.Main.AddTenantAsync();
        await Repository.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(organization, "ann")), default);

        (await Repository.LoadAsync(StoredToolSessions.IdOf(organization, "Ann"), default)).Credential.ShouldBeNull();
        (await Repository.LoadAsync(StoredToolSessions.IdOf(organization, "ann "), default)).Credential.ShouldBeNull();
    }

    [ProviderFact]
    public async Task Saving_leaves_the_last_use_alone()
    {
        var stored = (await Repository.SaveAsync(StoredToolSessions.Connected(await NewIdAsync()), default)).Required();
        await using var db = database.Main.OpenContext();
        await db.ToolSessions.AcrossTenants().Where(row => row.TenantId == stored.Id.Tenant)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, StoredToolSessions.Now));

        await Repository.SaveAsync(stored with { IsActive = false }, default);

        (await db.ToolSessions.AcrossTenants().SingleAsync(row => row.TenantId == stored.Id.Tenant)).LastUsedAt.ShouldBe(StoredToolSessions.Now);
    }

    private async Task<ToolSessionId> NewIdAsync() => StoredToolSessions.IdOf(await database.Main.AddTenantAsync());

    /// <summary>What a process is told of sessions.</summary>
    private sealed class Listener
    {
        private readonly Installation _process;

        public Listener(Installation process)
        {
            _process = process;
            process.Get<AccessNotices>().Listen(_ => { }, () => { }, Heard.Add);
        }

        public List<ToolSessionChange> Heard { get; } = [];

        public Task PollAsync() => _process.Watcher().PollAsync(default);
    }
}

[Provider("sqlite")]
public sealed class SqliteToolSessionRepositoryTests(SqliteDatabase database) : ToolSessionRepositoryTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task After_a_save_that_broke_memory_is_told_to_read_the_row_again()
    {
        var heard = new List<ToolSessionChange>();
        var process = database.StartProcess();
        process.Get<AccessNotices>().Listen(_ => { }, () => { }, heard.Add);
        var id = StoredToolSessions.IdOf(await database.Main.AddTenantAsync());
        await using var db = database.Main.OpenContext();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER broken BEFORE INSERT ON access_changes BEGIN SELECT RAISE(ABORT, 'broken'); END");
        try
        {
            await Should.ThrowAsync<DbUpdateException>(() => process.Get<IToolSessionRepository>().SaveAsync(StoredToolSessions.Connected(id), default));
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"DROP TRIGGER broken");
        }

        heard.ShouldBe([new(ToolSessionSubject.Of(id), ToolSessionChange.Unknown)]);
    }
}

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlToolSessionRepositoryTests(PostgreSqlDatabase database) : ToolSessionRepositoryTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerToolSessionRepositoryTests(SqlServerDatabase database) : ToolSessionRepositoryTests(database), IClassFixture<SqlServerDatabase>;
