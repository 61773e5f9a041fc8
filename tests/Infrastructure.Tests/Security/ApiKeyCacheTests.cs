using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Infrastructure.Security.ApiKeys;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Security;

public abstract class ApiKeyCacheTests(TestDatabase database)
{
    [ProviderFact]
    public async Task A_revocation_by_another_process_is_seen_by_the_watcher()
    {
        var process = database.StartProcess();
        var (cache, watcher) = (process.Get<ApiKeyCache>(), Watcher(process));
        await watcher.StartAsync(default);
        var key = await MakeAsync();
        (await cache.FindAsync(key.Plain, default))!.Id.ShouldBe(key.Key.Id);

        await database.Main.Get<IApiKeyRepository>().RevokeAsync(key.Key.Id, DateTimeOffset.UtcNow, default);

        await Eventually.IsTrueAsync(async () => await cache.FindAsync(key.Plain, default) is null, "the revocation to be seen");
        await watcher.StopAsync(default);
    }

    [ProviderFact]
    public async Task A_key_that_is_made_after_it_was_asked_for_is_found_a_second_later()
    {
        var process = database.StartProcess();
        var cache = process.Get<ApiKeyCache>();
        var key = await MakeAsync(isStored: false);
        (await cache.FindAsync(key.Plain, default)).ShouldBeNull();
        await database.Main.Get<IApiKeyRepository>().AddAsync(key.Key, default);

        process.Time.Advance(TimeSpan.FromSeconds(1));

        (await cache.FindAsync(key.Plain, default))!.Id.ShouldBe(key.Key.Id);
    }

    [ProviderFact]
    public async Task A_known_key_is_answered_from_memory_while_it_is_watched()
    {
        var process = database.StartProcess();
        process.Time.Stand();
        var (cache, watcher) = (process.Get<ApiKeyCache>(), Watcher(process));
        var key = await MakeAsync();
        await watcher.PollAsync(default);
        await cache.FindAsync(key.Plain, default);

        IsAnsweredAtOnce(cache, key.Plain).ShouldBeTrue();
    }

    [ProviderFact]
    public async Task Memory_is_not_believed_when_the_watcher_is_silent()
    {
        var process = database.StartProcess();
        var cache = process.Get<ApiKeyCache>();
        var key = await MakeAsync();
        await Watcher(process).PollAsync(default);
        await cache.FindAsync(key.Plain, default);
        await database.Main.Get<IApiKeyRepository>().RevokeAsync(key.Key.Id, DateTimeOffset.UtcNow, default);

        process.Time.Advance(TimeSpan.FromSeconds(3));

        (await cache.FindAsync(key.Plain, default)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task An_expired_key_is_null_even_from_memory()
    {
        var process = database.StartProcess();
        var cache = process.Get<ApiKeyCache>();
        var key = await MakeAsync(end: process.Time.GetUtcNow().AddHours(1));
        (await cache.FindAsync(key.Plain, default)).ShouldNotBeNull();

        process.Time.Advance(TimeSpan.FromHours(1));
        await Watcher(process).PollAsync(default);

        (await cache.FindAsync(key.Plain, default)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task What_cannot_be_a_key_costs_no_database()
    {
        var cache = database.StartProcess().Get<ApiKeyCache>();

        foreach (var junk in (string[])["", "mx_", "sk_" + new string('a', 43), "mx_" + new string('!', 43), "mx_" + new string('a', 10_000)])
            IsAnsweredAtOnce(cache, junk).ShouldBeTrue();
        (await cache.FindAsync("mx_" + new string('a', 43), default)).ShouldBeNull();
        IsAnsweredAtOnce(cache, "mx_" + new string('a', 43)).ShouldBeTrue();
    }

    private static bool IsAnsweredAtOnce(ApiKeyCache cache, string plain)
    {
        var answer = cache.FindAsync(plain, default);
        return answer.IsCompletedSuccessfully;
    }

    private static ApiKeyWatcher Watcher(Installation process) => process.GetAll<IHostedService>().OfType<ApiKeyWatcher>().Single();

    private async Task<NewApiKey> MakeAsync(bool isStored = true, DateTimeOffset? end = null)
    {
        var organization = await database.Main.AddTenantAsync();
        var made = ApiKey.Create(
            new ApiKeyId(Guid.CreateVersion7()), organization.TenantId, organization.Id, "backend", [], end, RandomNumberGenerator.GetBytes(32),
            StoredToolSessions.Now).Required();
        if (isStored) await database.Main.Get<IApiKeyRepository>().AddAsync(made.Key, default);
        return made;
    }
}

[Provider("sqlite")]
public sealed class SqliteApiKeyCacheTests(SqliteDatabase database) : ApiKeyCacheTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlApiKeyCacheTests(PostgreSqlDatabase database) : ApiKeyCacheTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerApiKeyCacheTests(SqlServerDatabase database) : ApiKeyCacheTests(database), IClassFixture<SqlServerDatabase>;
