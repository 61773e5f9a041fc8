using Bogus;
using ModuleX.Application.MockServices;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

public abstract class MockServiceRepositoryTests(TestDatabase database)
{
    private readonly Faker _faker = new() { Random = new Randomizer(1) };

    private IMockServices Mock => database.Main.Get<IMockServices>();

    [ProviderFact]
    public async Task An_email_is_taken_once_in_a_tenant()
    {
        var (one, other) = ((await database.Main.AddTenantAsync()).TenantId, (await database.Main.AddTenantAsync()).TenantId);
        var user = User();
        await Mock.AddUserAsync(one, user, Happened, default);

        (await Mock.AddUserAsync(one, user with { Id = Guid.CreateVersion7() }, Happened, default)).Error.ShouldBe(MockErrors.EmailTaken);
        (await Mock.AddUserAsync(other, user with { Id = Guid.CreateVersion7() }, Happened, default)).Error.ShouldBeNull();
    }

    [ProviderFact]
    public async Task Records_are_listed_newest_first_up_to_the_limit()
    {
        var tenant = (await database.Main.AddTenantAsync()).TenantId;
        var users = Enumerable.Range(0, 3).Select(minute => User(StoredToolSessions.Now.AddMinutes(minute))).ToList();
        foreach (var user in users) await Mock.AddUserAsync(tenant, user, Happened, default);

        var listed = await Mock.ListUsersAsync(tenant, new(0, 2), default);

        listed.ShouldBe([users[2], users[1]]);
        (await Mock.CountAsync(tenant, MockDataType.Users, default)).ShouldBe(3);
    }

    [ProviderFact]
    public async Task Subscriptions_and_notifications_come_back_as_they_were_added()
    {
        var tenant = (await database.Main.AddTenantAsync()).TenantId;
        var user = User();
        await Mock.AddUserAsync(tenant, user, Happened, default);
        var subscription = new MockSubscription(Guid.CreateVersion7(), user.Id, "premium", "active", 12_345_678.90m, StoredToolSessions.Now);
        var notification = new MockNotification(
            Guid.CreateVersion7(), user.Id, "email", "Hello", _faker.Lorem.Paragraph(), "sent", StoredToolSessions.Now, StoredToolSessions.Now);

        await Mock.AddSubscriptionAsync(tenant, subscription, Happened, default);
        await Mock.AddNotificationAsync(tenant, notification, Happened, default);

        (await Mock.ListSubscriptionsAsync(tenant, new(0, 10), default)).ShouldBe([subscription]);
        (await Mock.ListNotificationsAsync(tenant, new(0, 10), default)).ShouldBe([notification]);
    }

    [ProviderFact]
    public async Task Another_tenants_records_are_not_there()
    {
        var (one, other) = ((await database.Main.AddTenantAsync()).TenantId, (await database.Main.AddTenantAsync()).TenantId);
        var user = User();
        await Mock.AddUserAsync(one, user, Happened, default);

        (await Mock.HasUserAsync(one, user.Id, default)).ShouldBeTrue();
        (await Mock.HasUserAsync(other, user.Id, default)).ShouldBeFalse();
        (await Mock.ListUsersAsync(other, new(0, 10), default)).ShouldBeEmpty();
    }

    private static MockEvent Happened { get; } = new("user-service", "user.created", "{}");

    private MockUser User(DateTimeOffset? at = null) =>
        new(Guid.CreateVersion7(), _faker.Internet.Email(uniqueSuffix: Guid.NewGuid().ToString("N")), _faker.Name.FullName(), "active",
            at ?? StoredToolSessions.Now);
}

[Provider("sqlite")]
public sealed class SqliteMockServiceRepositoryTests(SqliteDatabase database) : MockServiceRepositoryTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlMockServiceRepositoryTests(PostgreSqlDatabase database) : MockServiceRepositoryTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerMockServiceRepositoryTests(SqlServerDatabase database) : MockServiceRepositoryTests(database), IClassFixture<SqlServerDatabase>;
