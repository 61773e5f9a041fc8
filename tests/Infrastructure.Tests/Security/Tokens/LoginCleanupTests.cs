using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Security.Tokens;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security.Tokens;

public abstract class LoginCleanupTests(TestDatabase database)
{
    [ProviderFact]
    public async Task Sessions_go_two_hundred_days_after_their_end_and_the_others_stay()
    {
        var (process, organization) = await StartAsync();
        var (live, ended, expired) = (
            await process.AddSessionAsync(organization, TimeSpan.FromDays(60)), await process.AddSessionAsync(organization, TimeSpan.FromDays(60)),
            await process.AddSessionAsync(organization));
        await process.EndAsync(ended);

        (await CleanAtAsync(process, TimeSpan.FromDays(199))).ShouldBe([live.Id, ended.Id, expired.Id], ignoreOrder: true);
        (await CleanAtAsync(process, TimeSpan.FromDays(2))).ShouldBe([live.Id, expired.Id], ignoreOrder: true);
        (await CleanAtAsync(process, TimeSpan.FromDays(7))).ShouldBe([live.Id]);

        async Task<List<LoginSessionId>> CleanAtAsync(Installation process, TimeSpan later)
        {
            process.Time.Advance(later);
            await CleanAsync(process);
            await using var db = await OpenAsync(process, organization);
            return await db.LoginSessions.Select(session => session.Id).ToListAsync();
        }
    }

    [ProviderFact]
    public async Task Refresh_tokens_stay_as_long_as_they_would_have_lasted_and_go_with_their_session()
    {
        var (process, organization) = await StartAsync();
        var session = await process.AddSessionAsync(organization, TimeSpan.FromDays(366));
        await AddTokensAsync(process, organization, session, TimeSpan.FromDays(1), TimeSpan.FromDays(40));
        await process.EndAsync(session);

        process.Time.Advance(TimeSpan.FromHours(25));
        await CleanAsync(process);
        (await CountTokensAsync(process, organization)).ShouldBe(1);
        process.Time.Advance(TimeSpan.FromDays(200));
        await CleanAsync(process);

        (await CountTokensAsync(process, organization)).ShouldBe(0);
    }

    [ProviderFact]
    public async Task Guards_that_count_or_lock_stay()
    {
        var (process, organization) = await StartAsync();
        await using (var work = await process.BeginAsync(organization))
        {
            var guard = await work.Logins.GuardAsync(LoginGuard.HashOf("ada@example.com"), default);
            for (var failure = 0; failure < LoginGuard.MaximumFailures; failure++) guard.Fail(process.Time.GetUtcNow());
            (await work.CommitAsync(default)).Required();
        }

        process.Time.Advance(LoginGuard.LockDuration);
        await CleanAsync(process);
        await using (var db = await OpenAsync(process, organization)) (await db.LoginGuards.CountAsync()).ShouldBe(1);
        process.Time.Advance(LoginGuard.LockDuration + TimeSpan.FromSeconds(1));
        await CleanAsync(process);

        await using (var db = await OpenAsync(process, organization)) (await db.LoginGuards.CountAsync()).ShouldBe(0);
    }

    private static Task CleanAsync(Installation process) => process.GetAll<IHostedService>().OfType<LoginCleanup>().Single().CleanAsync(default);

    private static Task<ModuleXDbContext> OpenAsync(Installation process, Organization organization) =>
        process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default);

    private static async Task<int> CountTokensAsync(Installation process, Organization organization)
    {
        await using var db = await OpenAsync(process, organization);
        return await db.RefreshTokens.CountAsync();
    }

    private static async Task AddTokensAsync(Installation process, Organization organization, LoginSession session, params TimeSpan[] lifetimes)
    {
        var now = process.Time.GetUtcNow();
        await using var work = await process.BeginAsync(organization);
        foreach (var lifetime in lifetimes)
            work.Logins.Add(new RefreshToken(RefreshToken.HashOf(Guid.NewGuid().ToString()), session.TenantId, session.Id, now, now + lifetime));
        (await work.CommitAsync(default)).Required();
    }

    private async Task<(Installation Process, Organization Organization)> StartAsync() => (database.StartProcess(), await database.Main.AddTenantAsync());
}

[Provider("sqlite")]
public sealed class SqliteLoginCleanupTests(SqliteDatabase database) : LoginCleanupTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlLoginCleanupTests(PostgreSqlDatabase database) : LoginCleanupTests(database), IClassFixture<PostgreSqlDatabase>;
