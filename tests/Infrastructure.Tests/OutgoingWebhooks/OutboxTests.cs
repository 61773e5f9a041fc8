using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Tests.Fixtures;
using ModuleX.Infrastructure.Tests.Records;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.OutgoingWebhooks;

/// <summary>What is written into the outbox with what happens, and what is not.</summary>
public abstract class OutboxTests(TestDatabase database)
{
    private static readonly ConnectionEvent Made = new(ConnectionEventKind.Created, null);

    private IToolSessionRepository Sessions => database.Main.Get<IToolSessionRepository>();

    [ProviderFact]
    public async Task Change_of_a_connection_is_written_with_the_session_and_told_once()
    {
        var organization = await database.Main.AddTenantAsync();
        var id = StoredToolSessions.IdOf(organization);

        var saved = (await Sessions.SaveAsync(StoredToolSessions.Connected(id) with { Event = Made }, default)).Required();
        saved.Event.ShouldBeNull();
        saved = (await Sessions.SaveAsync(saved with { IsActive = false }, default)).Required();
        (await Sessions.SaveAsync(
            ToolSessionSnapshot.Empty(id) with { Version = saved.Version, Event = new(ConnectionEventKind.Deleted, null) }, default)).Required();

        var events = await EventsAsync(organization);
        events.Select(happened => happened.Type).ShouldBe([OutgoingEventTypes.ConnectionCreated, OutgoingEventTypes.ConnectionDeleted], ignoreOrder: true);
        events.ShouldAllBe(happened => happened.OrganizationId == organization.Id && happened.IsWaiting);
        events.Single(happened => happened.Type == OutgoingEventTypes.ConnectionCreated).Data.ShouldBe(
            $$$"""{"connection_id":"{{{saved.ConnectionId}}}","tool":"github","account":"default","name":"default","owner":{"type":"external","id":"ann"},"""
            + $"\"organization_id\":\"{organization.Id}\",\"state\":\"active\",\"error\":null}}");
    }

    [ProviderFact]
    public async Task Renewal_of_a_token_writes_nothing()
    {
        var organization = await database.Main.AddTenantAsync();
        var saved = (await Sessions.SaveAsync(StoredToolSessions.Connected(StoredToolSessions.IdOf(organization)), default)).Required();

        (await Sessions.SaveAsync(saved with { Credential = StoredToolSessions.Credential() }, default)).Required();

        (await EventsAsync(organization)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task Change_that_loses_its_race_tells_nothing()
    {
        var organization = await database.Main.AddTenantAsync();
        var id = StoredToolSessions.IdOf(organization);
        (await Sessions.SaveAsync(StoredToolSessions.Connected(id), default)).Required();

        (await Sessions.SaveAsync(StoredToolSessions.Connected(id) with { Event = Made }, default)).Error.ShouldBe(ToolSessionErrors.LostRace);

        (await EventsAsync(organization)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task Users_connections_are_told_to_the_home_organization_and_their_end_when_the_user_goes()
    {
        var organization = await database.Main.AddTenantAsync();
        var user = await database.Main.AddMemberAsync(organization, "ada");
        (await Sessions.SaveAsync(StoredToolSessions.Connected(new(organization.TenantId, OwnerId.User(user.Value), "github")), default)).Required();

        await using (var work = await database.Main.BeginAsync(organization))
        {
            await work.ToolSessions.ReleaseAsync(user, database.Main.Time.GetUtcNow(), default);
            (await work.CommitAsync(default)).Required();
        }

        var told = (await EventsAsync(organization)).ShouldHaveSingleItem();
        (told.Type, told.OrganizationId).ShouldBe((OutgoingEventTypes.ConnectionDeleted, organization.Id));
        JsonElement.Parse(told.Data).GetProperty("owner").ToString().ShouldBe($$"""{"type":"user","id":"{{user}}"}""");
    }

    [ProviderFact]
    public async Task Failed_runs_are_written_with_their_records_for_organizations_that_want_them_only()
    {
        var (wanting, picky, without) = (
            await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync(), await database.Main.AddTenantAsync());
        await AddWebhookAsync(wanting);
        await AddWebhookAsync(picky, OutgoingEventTypes.ConnectionCreated);

        await new RecordNode(database.Main).WriteAsync(
            Run(wanting, success: false), Run(wanting, success: true), Run(picky, success: false), Run(without, success: false));

        var told = (await EventsAsync(wanting)).ShouldHaveSingleItem();
        told.Type.ShouldBe(OutgoingEventTypes.RunFailed);
        var data = JsonElement.Parse(told.Data);
        (data.GetProperty("tool").GetString(), data.GetProperty("owner_id").GetString(), data.GetProperty("duration_ms").GetInt64(),
            data.GetProperty("error").ToString()).ShouldBe(("github", "ann", 12, """{"code":"upstream_failed","message":"It failed"}"""));
        (await EventsAsync(picky)).ShouldBeEmpty();
        (await EventsAsync(without)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task Webhooks_of_an_organization_go_with_everything_that_was_on_its_way()
    {
        var organization = await database.Main.AddTenantAsync();
        var webhook = await AddWebhookAsync(organization);
        var now = database.Main.Time.GetUtcNow();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            var happened = OutgoingEvent.For(webhook, OutgoingEventTypes.WebhookTest, "{}", now);
            work.OutgoingWebhooks.Add(happened);
            work.OutgoingWebhooks.Add(OutgoingDelivery.Of(Guid.NewGuid(), happened, webhook.Id, now));
            (await work.CommitAsync(default)).Required();
        }

        await using (var work = await database.Main.BeginAsync(organization))
        {
            await work.OutgoingWebhooks.RemoveAllAsync(organization.Id, default);
            (await work.CommitAsync(default)).Required();
        }

        await using var db = await OpenAsync(organization);
        (await db.OutgoingWebhooks.CountAsync(), await db.OutgoingDeliveries.CountAsync(), await db.OutgoingEvents.CountAsync()).ShouldBe((0, 0, 0));
    }

    private async Task<OutgoingWebhook> AddWebhookAsync(Organization organization, params string[] events)
    {
        var webhook = OutgoingWebhook.Create(
            new OutgoingWebhookId(Guid.NewGuid()), organization.TenantId, organization.Id, "https://hooks.example", "", [.. events],
            StoredToolSessions.Secret(), database.Main.Time.GetUtcNow());
        await using var db = database.Main.OpenContext();
        db.OutgoingWebhooks.Add(webhook);
        await db.SaveChangesAsync();
        return webhook;
    }

    private static RecordEntry Run(Organization organization, bool success) => new()
    {
        TenantId = organization.TenantId, OrganizationId = organization.Id, Kind = RecordKind.Business, Category = RecordCategories.Execution,
        At = StoredToolSessions.Now, UserId = "ann", ToolName = "github", ActionName = "create_issue", Success = success, DurationMicroseconds = 12_000,
        Code = success ? null : "upstream_failed", Message = success ? "" : "It failed",
    };

    private async Task<List<OutgoingEvent>> EventsAsync(Organization organization)
    {
        await using var db = await OpenAsync(organization);
        return await db.OutgoingEvents.ToListAsync();
    }

    private Task<ModuleXDbContext> OpenAsync(Organization organization) =>
        database.Main.Get<IDbContextFactory<ModuleXDbContext>>().OpenAsync(organization.TenantId, default);
}

[Provider("sqlite")]
public sealed class SqliteOutboxTests(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlOutboxTests(PostgreSqlDatabase database) : OutboxTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerOutboxTests(SqlServerDatabase database) : OutboxTests(database), IClassFixture<SqlServerDatabase>;
