using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class ApiKeyRepositoryTests(TestDatabase database)
{
    private IApiKeyRepository Repository => database.Main.Get<IApiKeyRepository>();

    [ProviderFact]
    public async Task A_key_is_found_by_its_hash_as_it_was_made()
    {
        // Given with an offset, as a person on the command line would.
        var end = StoredToolSessions.Now.AddDays(30).ToOffset(TimeSpan.FromHours(2));
        var made = await AddAsync(await database.Main.AddTenantAsync(), end, [ApiKeyScopes.RunsExecute]);

        var found = await Repository.FindByHashAsync(made.Hash, default);

        found!.ShouldSatisfyAllConditions(
            key => key.Id.ShouldBe(made.Id),
            key => key.TenantId.ShouldBe(made.TenantId),
            key => key.OrganizationId.ShouldBe(made.OrganizationId),
            key => key.Scopes.ShouldBe([ApiKeyScopes.RunsExecute]),
            key => key.ExpiresAt.ShouldBe(end),
            key => key.CreatedAt.ShouldBe(made.CreatedAt),
            key => key.RevokedAt.ShouldBeNull());
    }

    [ProviderFact]
    public async Task Keys_are_listed_newest_first_with_the_revoked_ones()
    {
        var organization = await database.Main.AddTenantAsync();
        var first = await AddAsync(organization, at: StoredToolSessions.Now.AddMinutes(-1));
        var second = await AddAsync(organization);
        await Repository.RevokeAsync(first.Id, StoredToolSessions.Now, default);

        var listed = await Repository.ListAsync(organization.Id, default);

        listed.Select(key => key.Id).ShouldBe([second.Id, first.Id]);
        listed[1].RevokedAt.ShouldBe(StoredToolSessions.Now);
    }

    [ProviderFact]
    public async Task Revoking_twice_keeps_the_first_time()
    {
        var key = await AddAsync(await database.Main.AddTenantAsync());
        (await Repository.RevokeAsync(key.Id, StoredToolSessions.Now, default)).ShouldBeTrue();

        (await Repository.RevokeAsync(key.Id, StoredToolSessions.Now.AddHours(1), default)).ShouldBeTrue();

        (await Repository.FindByHashAsync(key.Hash, default))!.RevokedAt.ShouldBe(StoredToolSessions.Now);
    }

    [ProviderFact]
    public async Task What_is_not_there_cannot_be_revoked() =>
        (await Repository.RevokeAsync(new ApiKeyId(Guid.CreateVersion7()), StoredToolSessions.Now, default)).ShouldBeFalse();

    [ProviderFact]
    public async Task A_hash_is_stored_once()
    {
        var organization = await database.Main.AddTenantAsync();
        var random = RandomNumberGenerator.GetBytes(32);
        await Repository.AddAsync(New(organization, random: random), default);

        await Should.ThrowAsync<DbUpdateException>(() => Repository.AddAsync(New(organization, random: random), default));
    }

    private async Task<ApiKey> AddAsync(Organization organization, DateTimeOffset? end = null, string[]? scopes = null, DateTimeOffset? at = null)
    {
        var key = New(organization, end, scopes, at);
        await Repository.AddAsync(key, default);
        return key;
    }

    private static ApiKey New(Organization organization, DateTimeOffset? end = null, string[]? scopes = null, DateTimeOffset? at = null,
        byte[]? random = null) =>
        ApiKey.Create(
            new ApiKeyId(Guid.CreateVersion7()), organization.TenantId, organization.Id, "backend", [.. scopes ?? []], end,
            random ?? RandomNumberGenerator.GetBytes(32), at ?? StoredToolSessions.Now).Required().Key;
}

[Provider("sqlite")]
public sealed class SqliteApiKeyRepositoryTests(SqliteDatabase database) : ApiKeyRepositoryTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlApiKeyRepositoryTests(PostgreSqlDatabase database) : ApiKeyRepositoryTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerApiKeyRepositoryTests(SqlServerDatabase database) : ApiKeyRepositoryTests(database), IClassFixture<SqlServerDatabase>;
