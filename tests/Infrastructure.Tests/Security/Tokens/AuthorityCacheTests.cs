using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Security.Tokens;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security.Tokens;

/// <summary>What a process keeps in memory of those who call, while another process changes it.</summary>
public abstract class AuthorityCacheTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_known_token_is_answered_from_memory_while_it_is_watched()
    {
        var (server, _, token) = await StartAsync();

        var answer = server.Get<IAccessTokens>().FindAsync(token, default);

        answer.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [ProviderFact]
    public async Task A_session_that_another_process_ends_is_seen_by_the_next_poll()
    {
        var (server, session, token) = await StartAsync();

        await database.Main.EndAsync(session);
        (await server.AcceptsAsync(token)).ShouldBeTrue("the watcher has not looked yet");
        await server.Watcher().PollAsync(default);

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [ProviderFact]
    public async Task A_role_that_another_process_gives_is_seen_by_the_next_poll()
    {
        var (server, session, token) = await StartAsync();

        await SetMembershipAsync(session, MembershipRole.Owner);
        (await RoleOfAsync(server, session, token)).ShouldBe(MembershipRole.Member);
        await server.Watcher().PollAsync(default);

        (await RoleOfAsync(server, session, token)).ShouldBe(MembershipRole.Owner);
    }

    [ProviderFact]
    public async Task A_change_of_ones_own_is_seen_at_once()
    {
        var (server, session, token) = await StartAsync();

        await server.EndAsync(session);

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [ProviderFact]
    public async Task Memory_is_not_believed_when_the_watcher_is_silent()
    {
        var (server, session, token) = await StartAsync();
        await database.Main.EndAsync(session);
        (await server.AcceptsAsync(token)).ShouldBeTrue("memory was believed until now");

        server.Time.Advance(TimeSpan.FromSeconds(2));

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [ProviderFact]
    public async Task Memory_is_not_believed_before_the_watcher_has_looked()
    {
        var session = await AddSessionAsync();
        var server = database.StartProcess();
        var token = await server.IssueAsync(session);
        (await server.AcceptsAsync(token)).ShouldBeTrue();

        await database.Main.EndAsync(session);

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [ProviderFact]
    public async Task Each_change_is_heard_once()
    {
        var (server, session, _) = await StartAsync();
        var cache = server.Get<AuthorityCache>();
        await SetMembershipAsync(session, MembershipRole.Admin);
        var before = cache.Forgets;

        await server.Watcher().PollAsync(default);
        await server.Watcher().PollAsync(default);
        cache.Forgets.ShouldBe(before + 1);
        await SetMembershipAsync(session, MembershipRole.Owner);
        await server.Watcher().PollAsync(default);

        cache.Forgets.ShouldBe(before + 2);
    }

    [ProviderFact]
    public async Task A_change_that_is_dated_by_a_slow_clock_is_heard_too()
    {
        var slow = new TestTime();
        slow.Advance(TimeSpan.FromMinutes(-4));
        var behind = database.StartProcess(slow);
        var (server, session, token) = await StartAsync();

        await behind.EndAsync(session);
        // Every ten seconds a look goes back far enough.
        server.Time.Advance(TimeSpan.FromSeconds(10));
        await server.Watcher().PollAsync(default);

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    [ProviderFact]
    public Task Who_was_cut_off_for_longer_than_changes_are_kept_believes_nothing_of_before() =>
        MissesTheChangeAsync(time => time.Advance(TimeSpan.FromMinutes(15)));

    [ProviderFact]
    public Task Who_slept_for_longer_than_changes_are_kept_believes_nothing_of_before() => MissesTheChangeAsync(time => time.Sleep(TimeSpan.FromMinutes(15)));

    [ProviderFact]
    public async Task What_was_read_before_a_change_is_not_kept()
    {
        var (server, session, token) = await StartAsync();
        var (cache, hash) = (server.Get<AuthorityCache>(), TokenHash.Of(token));
        cache.TryGet(hash, out var read).ShouldBeTrue();
        var known = new CheckedToken(read!, server.Time.GetUtcNow().AddMinutes(30));

        var forgets = cache.Forgets;
        cache.Forget(session.Id.Value);
        cache.Keep(hash, known, forgets);
        cache.TryGet(hash, out _).ShouldBeFalse();

        cache.Keep(hash, known, cache.Forgets);
        cache.TryGet(hash, out _).ShouldBeTrue();
    }

    [ProviderFact]
    public async Task Changes_forget_only_those_whom_they_concern()
    {
        var (server, session, token) = await StartAsync();
        var organization = (await server.Get<IAccessTokens>().FindAsync(token, default)).Required().Organization;
        var cache = server.Get<AuthorityCache>();

        cache.Forget(Guid.NewGuid());
        cache.TryGet(TokenHash.Of(token), out _).ShouldBeTrue();
        foreach (var subject in new[] { session.Id.Value, session.UserId.Value, session.TenantId.Value, organization.Value })
        {
            (await server.AcceptsAsync(token)).ShouldBeTrue();
            cache.Forget(subject);
            cache.TryGet(TokenHash.Of(token), out _).ShouldBeFalse();
        }
    }

    private async Task MissesTheChangeAsync(Action<TestTime> isAway)
    {
        var (server, session, token) = await StartAsync();
        var other = database.StartProcess();
        await other.EndAsync(session);
        other.Time.Advance(TimeSpan.FromMinutes(15));
        await other.Watcher().PollAsync(default);
        await using (var db = database.Main.OpenContext()) (await db.AccessChanges.AnyAsync(change => change.Subject == session.Id.Value))
            .ShouldBeFalse("the change was cleaned away");

        isAway(server.Time);
        await server.Watcher().PollAsync(default);

        (await server.AcceptsAsync(token)).ShouldBeFalse();
    }

    private async Task<(Installation Server, LoginSession Session, string Token)> StartAsync()
    {
        var session = await AddSessionAsync();
        var server = database.StartProcess();
        server.Time.Stand();
        await server.Watcher().PollAsync(default);
        var token = await server.IssueAsync(session);
        (await server.AcceptsAsync(token)).ShouldBeTrue();
        return (server, session, token);
    }

    private async Task<LoginSession> AddSessionAsync() => await database.Main.AddSessionAsync(await database.Main.AddTenantAsync());

    private async Task SetMembershipAsync(LoginSession session, MembershipRole role)
    {
        await using var work = await database.Main.Get<IUnitsOfWork>().BeginAsync(session.TenantId, default);
        (await work.Organizations.FindMembershipAsync(session.OrganizationId, session.UserId, default))!.SetRole(role);
        work.Announce(session.UserId.Value);
        (await work.CommitAsync(default)).Required();
    }

    private static async Task<MembershipRole> RoleOfAsync(Installation server, LoginSession session, string token) =>
        (await server.Get<IAccessTokens>().FindAsync(token, default)).Required().Organizations[session.OrganizationId].Role;
}

[Provider("sqlite")]
public sealed class SqliteAuthorityCacheTests(SqliteDatabase database) : AuthorityCacheTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlAuthorityCacheTests(PostgreSqlDatabase database) : AuthorityCacheTests(database), IClassFixture<PostgreSqlDatabase>;
