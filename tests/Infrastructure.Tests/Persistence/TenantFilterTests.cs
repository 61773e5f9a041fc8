using System.Reflection;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Access;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Idempotency;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>A context sees the rows of its tenant and no others, whatever they are.</summary>
public abstract class TenantFilterTests(TestDatabase database)
{
    private static readonly MethodInfo Counting = typeof(TenantFilterTests).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    [ProviderFact]
    public async Task Every_row_of_a_tenant_is_seen_by_that_tenant_only()
    {
        var (one, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await using var db = await OpenAsync(one.TenantId);
        foreach (var row in RowsOf(one))
        {
            var entry = db.Add(row);
            if (entry.Metadata.FindProperty("TenantId") is { } property && property.IsShadowProperty()) entry.Property("TenantId").CurrentValue = one.TenantId;
        }
        await db.SaveChangesAsync();

        foreach (var entity in OfTenants(db.Model))
        {
            (await CountOfAsync(one.TenantId, entity)).ShouldBeGreaterThan(0, $"add a {entity.ClrType.Name} to the rows of this test");
            (await CountOfAsync(other.TenantId, entity)).ShouldBe(entity.ClrType == typeof(Organization) ? 1 : 0, entity.ClrType.Name);
            (await CountOfAsync(default, entity)).ShouldBe(0, $"{entity.ClrType.Name} without a tenant");
        }
    }

    [ProviderFact]
    public async Task Everything_with_a_tenant_has_the_filter()
    {
        await using var db = database.Main.OpenContext();

        var unguarded = db.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.GetProperty("TenantId") is not null
                && entity.GetDeclaredQueryFilters().All(filter => filter.Key != "tenant")).Select(entity => entity.ClrType);

        unguarded.ShouldBe([typeof(DataKeyRow)]);
    }

    [ProviderFact]
    public async Task Nothing_of_another_tenant_is_changed_or_removed_in_bulk()
    {
        var (one, other) = (await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await using var db = await OpenAsync(other.TenantId);

        (await db.Organizations.Where(row => row.Id == one.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(organization => organization.Name, "Stolen"))).ShouldBe(0);
        (await db.Organizations.Where(row => row.Id == one.Id).ExecuteDeleteAsync()).ShouldBe(0);
        (await db.FindAsync<Organization>(one.Id)).ShouldBeNull();
    }

    [ProviderFact]
    public async Task A_pooled_context_forgets_the_tenant_of_its_former_user()
    {
        var organization = await database.Main.AddTenantAsync();
        // With a pool of its own, so that the one context in it is handed out again.
        var process = database.StartProcess();
        ModuleXDbContext before;
        await using (before = await process.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default)) (
            await before.Organizations.CountAsync()).ShouldBe(1);

        await using var after = process.OpenContext();

        after.ShouldBeSameAs(before);
        after.Tenant.ShouldBe(default);
        (await after.Organizations.CountAsync()).ShouldBe(0);
    }

    [ProviderFact]
    public async Task Contexts_of_two_tenants_at_once_do_not_mix()
    {
        var organizations = new List<Organization>();
        for (var number = 0; number < 4; number++) organizations.Add(await database.Main.AddTenantAsync());

        await Parallel.ForEachAsync(Enumerable.Range(0, 80), async (number, stop) =>
        {
            var mine = organizations[number % organizations.Count];
            await using var db = await OpenAsync(mine.TenantId);
            (await db.Organizations.Select(row => row.Id).ToListAsync(stop)).ShouldBe([mine.Id]);
        });
    }

    private static IEnumerable<IEntityType> OfTenants(IModel model) =>
        model.GetEntityTypes().Where(entity => entity.FindProperty("TenantId") is not null && entity.ClrType != typeof(DataKeyRow) && !entity.IsOwned());

    /// <summary>One of each kind.</summary>
    private static object[] RowsOf(Organization organization)
    {
        var (tenant, now) = (organization.TenantId, StoredToolSessions.Now);
        var user = User.Create(new UserId(Guid.NewGuid()), tenant, 1, "ada@example.com", "ada", null, null, "hash", SystemRole.User, organization.Id, now);
        var session = new LoginSession(
            new LoginSessionId(Guid.NewGuid()), tenant, user.Id, organization.Id, null, null, false, TimeSpan.FromHours(1), TimeSpan.FromDays(1), now);
        var permission = new Permission(new PermissionId(Guid.NewGuid()), tenant, "a:b", null, "a", "b", now);
        var role = new Role(new RoleId(Guid.NewGuid()), tenant, organization.Id, "Role", null, true, now);
        var location = Location.Create(
            new LocationId(Guid.NewGuid()), tenant, organization.Id, "HERE", new LocationFacts("Here", null, null, null, null, null, null), now);
        var mock = new MockUser(Guid.NewGuid(), "ada@example.com", "Ada", "active", now);
        var service = Service.Register(new ServiceId(Guid.NewGuid()), tenant, "user-service", "https://service.example", true, now);
        var webhook = OutgoingWebhook.Create(
            new OutgoingWebhookId(Guid.NewGuid()), tenant, organization.Id, "https://hooks.example", "", [], StoredToolSessions.Secret(), now);
        var happened = OutgoingEvent.Of(tenant, organization.Id, OutgoingEventTypes.RunFailed, "{}", now);
        var delivery = OutgoingDelivery.Of(Guid.NewGuid(), happened, webhook.Id, now);
        var link = ConnectLink.Create(
            new ConnectLinkId(Guid.NewGuid()), tenant, organization.Id, OwnerId.External(organization.Id, "ada"),
            new ConnectLinkTerms([], ToolSessionId.DefaultAccount, [], null, null, null, IsPopup: false, ConnectLink.DefaultLifetime),
            RandomNumberGenerator.GetBytes(32), now).Link;
        var invitation = Invitation.Create(
            new InvitationId(Guid.NewGuid()), tenant, organization.Id, "ada@example.com", MembershipRole.Member, user.Id, Invitation.DefaultLifetime,
            RandomNumberGenerator.GetBytes(32), now).Invitation;
        return
        [
            invitation, webhook, happened, delivery, new DeliveryAttempt(Guid.NewGuid(), tenant, delivery.Id, 1, now, 1, 200, null, null), link,
            service, new ServiceCheck(Guid.NewGuid(), tenant, service.Id, "healthy", 0.1, "", now),
            WebhookEvent.Receive(Guid.NewGuid(), tenant, service.Id, "a.b", "{}", null, now),
            new SyncedRecord(tenant, service.Id, SyncTypes.Users, "1", "{}", now), DataSync.Begin(Guid.NewGuid(), tenant, service.Id, SyncTypes.Users, now),
            user, session, permission, role, new Membership(tenant, organization.Id, user.Id, MembershipRole.Member, now),
            new RefreshToken(Guid.NewGuid().ToString("N"), tenant, session.Id, now, now),
            new LoginGuard(tenant, "hash"), new RolePermission(tenant, role.Id, permission.Id), new UserRole(tenant, user.Id, role.Id),
            new AuditEntry(Guid.NewGuid(), tenant, organization.Id, null, "a", "b", null, null, null, "{}", "success", now),
            ApiKey.Create(new ApiKeyId(Guid.NewGuid()), tenant, organization.Id, "key", [], null, RandomNumberGenerator.GetBytes(32), now).Required().Key,
            location, new UserLocation(tenant, user.Id, location.Id, true, now),
            new ToolSessionRow { TenantId = tenant, Owner = "ext:ada", Tool = "github", Account = "", DisabledActions = "[]", Pending = "[]" },
            new RevocationRow
            {
                Id = Guid.NewGuid(), TenantId = tenant, Owner = "ext:ada", Tool = "github", Account = "", Scheme = "oauth2",
                KeyId = Guid.NewGuid(), Cipher = [1], QueuedAt = now, DueAt = now,
            },
            Integration.Install(organization, "github", 0, null, now).Required(),
            new RecordEntry { TenantId = tenant, Kind = RecordKind.Request, Category = "Request", At = now },
            new SumRow { TenantId = tenant, Grain = SumGrain.Hour, Measure = Measure.Requests, Start = now, Subject = "/", Detail = "GET" },
            new PresenceRow { TenantId = tenant, OrganizationId = organization.Id, Grain = SumGrain.Hour, Start = now, Owner = "ada", Tool = "" },
            new WriterSumRow { TenantId = tenant, Grain = SumGrain.Hour, Measure = Measure.Requests, Start = now, Subject = "/", Detail = "GET" },
            new WriterPresenceRow { TenantId = tenant, OrganizationId = organization.Id, Grain = SumGrain.Hour, Start = now, Owner = "ada", Tool = "" },
            new SecurityAlertRow { TenantId = tenant, EventType = "token_reuse", FirstAt = now, LastAt = now },
            new IdempotencyKeyRow { Hash = "hash", TenantId = tenant, Fingerprint = "f", ExpiresAt = now },
            new ModuleRating(tenant, user.Id, "github", 5, now), new TenantConfig(tenant, now),
            new ConfigProfile(Guid.NewGuid(), tenant, "Profile", "", "{}", now),
            new ConfigRecord(Guid.NewGuid(), tenant, null, null, null, "{}", "{}", now), new UserPreferences(tenant, user.Id, "{}", now),
            mock, new MockSubscription(Guid.NewGuid(), mock.Id, "basic", "active", 1, now),
            new MockNotification(Guid.NewGuid(), mock.Id, "email", "s", "m", "sent", now, now),
        ];
    }

    private Task<ModuleXDbContext> OpenAsync(TenantId tenant) => database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(tenant, default);

    private async Task<int> CountOfAsync(TenantId tenant, IEntityType entity)
    {
        await using var db = await OpenAsync(tenant);
        return await (Task<int>)Counting.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
    }

    private static Task<int> CountAsync<T>(ModuleXDbContext db)
        where T : class => db.Set<T>().CountAsync();
}

[Provider("sqlite")]
public sealed class SqliteTenantFilterTests(SqliteDatabase database) : TenantFilterTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlTenantFilterTests(PostgreSqlDatabase database) : TenantFilterTests(database), IClassFixture<PostgreSqlDatabase>;
