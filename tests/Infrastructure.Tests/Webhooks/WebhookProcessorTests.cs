using System.Collections.Concurrent;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Webhooks;

/// <summary>Leases and attempts: whatever breaks or dies, a webhook has its effect once.</summary>
public abstract class WebhookProcessorTests(TestDatabase database)
{
    private static readonly WebhookOptions Few = new() { BatchSize = 7, Attempts = 3 };

    [ProviderFact]
    public async Task Several_nodes_share_what_is_due_and_nothing_has_its_effect_twice()
    {
        var handled = new ConcurrentBag<WebhookEvent>();
        var nodes = Enumerable.Range(0, 4).Select(_ => new WebhookNode(database.StartProcess(), async (happened, records) =>
        {
            await WebhookNode.WriteAsync(happened, records);
            handled.Add(happened);
        }, Few)).ToList();
        var service = await nodes[0].AddServiceAsync();
        var events = await nodes[0].AddAsync(service, [.. Enumerable.Range(0, 120).Select(number => $"{number}")]);

        await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
        {
            while (await node.Processor.ProcessAsync(default) > 0)
            {
                // Until nothing is due.
            }
        })));

        (await nodes[0].EventsAsync(service.TenantId)).ShouldAllBe(happened => happened.Status == "completed" && happened.RetryCount == 0);
        (await nodes[0].RevisionsAsync(service.TenantId)).Values.ShouldAllBe(revision => revision == 1);
        // Other tests leave some of other tenants.
        handled.Where(happened => happened.TenantId == service.TenantId).Select(happened => happened.Id).Order()
            .ShouldBe(events.Select(happened => happened.Id).Order());
    }

    [ProviderFact]
    public async Task What_a_dead_node_held_is_taken_up_when_its_lease_is_over_and_the_dead_one_can_do_no_more()
    {
        var time = new TestTime();
        await using var dead = new WebhookNode(database.StartProcess(time), WebhookNode.WriteAsync);
        await using var alive = new WebhookNode(database.StartProcess(time), WebhookNode.WriteAsync);
        var service = await dead.AddServiceAsync();
        await dead.AddAsync(service, "a", "b");
        var claimed = await dead.Queue.ClaimAsync(default);
        claimed.Count(happened => happened.TenantId == service.TenantId).ShouldBe(2);

        await alive.Processor.ProcessAsync(default);
        (await alive.EventsAsync(service.TenantId)).ShouldAllBe(happened => happened.Status == "processing");
        time.Advance(new WebhookOptions().Lease + TimeSpan.FromSeconds(1));
        await alive.Processor.ProcessAsync(default);

        (await alive.EventsAsync(service.TenantId))
            .ShouldAllBe(happened => happened.Status == "completed" && happened.RetryCount == 0 && happened.DueAt == null);
        (await alive.RevisionsAsync(service.TenantId)).ShouldBe(new Dictionary<string, long> { ["a"] = 1, ["b"] = 1 }, ignoreOrder: true);
        await using var db = database.Main.OpenContext();
        db.Tenant = service.TenantId;
        (await dead.Queue.HoldAsync(db, [.. claimed], default)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task One_that_breaks_takes_its_effect_back_does_not_hold_others_up_and_is_tried_again_later()
    {
        var (time, broken) = (new TestTime(), true);
        await using var node = new WebhookNode(database.StartProcess(time), async (happened, records) =>
        {
            await WebhookNode.WriteAsync(happened, records);
            if (broken && happened.Payload == "\"b\"") throw new InvalidOperationException("Something of the payload");
        });
        var service = await node.AddServiceAsync();
        await node.AddAsync(service, "a", "b", "c");

        await node.Processor.ProcessAsync(default);
        (await node.RevisionsAsync(service.TenantId)).ShouldBe(new Dictionary<string, long> { ["a"] = 1, ["c"] = 1 }, ignoreOrder: true);
        var waiting = (await node.EventsAsync(service.TenantId))[1];
        (waiting.Status, waiting.RetryCount, waiting.Reason).ShouldBe(("retry", 1, "The attempt broke off (InvalidOperationException)"));
        (waiting.DueAt!.Value - time.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10));
        broken = false;
        await node.Processor.ProcessAsync(default);
        (await node.EventsAsync(service.TenantId))[1].Status.ShouldBe("retry");
        time.Advance(TimeSpan.FromSeconds(11));
        await node.Processor.ProcessAsync(default);

        var ended = (await node.EventsAsync(service.TenantId))[1];
        (ended.Status, ended.RetryCount).ShouldBe(("completed", 1));
        (await node.RevisionsAsync(service.TenantId))["b"].ShouldBe(1);
    }

    [ProviderFact]
    public async Task One_that_always_breaks_is_given_up_after_its_attempts()
    {
        var (time, attempts) = (new TestTime(), 0);
        await using var node = new WebhookNode(database.StartProcess(time), (happened, records) =>
        {
            attempts++;
            throw new InvalidOperationException();
        }, new WebhookOptions { Attempts = 3, BatchSize = 1 });
        var service = await node.AddServiceAsync();
        await node.AddAsync(service, "a");

        for (var turn = 0; turn < 6; turn++)
        {
            await node.Processor.ProcessAsync(default);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        var dead = (await node.EventsAsync(service.TenantId)).ShouldHaveSingleItem();
        (dead.Status, dead.RetryCount, dead.DueAt).ShouldBe((WebhookStatuses.Dead, 2, null));
        // Each time first in a shared transaction, here with no other webhook, and then alone.
        attempts.ShouldBe(6);
    }

    [ProviderFact]
    public async Task The_same_delivery_at_two_nodes_at_once_is_stored_once()
    {
        await using var one = new WebhookNode(database.StartProcess(), WebhookNode.WriteAsync);
        await using var other = new WebhookNode(database.StartProcess(), WebhookNode.WriteAsync);
        var service = await one.AddServiceAsync();
        await one.Intake.StartAsync(default);
        await other.Intake.StartAsync(default);

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => (number % 2 == 0 ? one : other).Intake.AcceptAsync(one.Event(service, "a", $"{service.Id}-{number / 20}"), default))));

        ids.Chunk(20).ShouldAllBe(same => same.Select(id => id.Required()).Distinct().Count() == 1);
        (await one.EventsAsync(service.TenantId)).Count.ShouldBe(10);
    }

    [ProviderFact]
    public async Task Nodes_that_take_the_same_deliveries_in_other_orders_store_each_once()
    {
        await using var one = new WebhookNode(database.StartProcess(), WebhookNode.WriteAsync);
        await using var other = new WebhookNode(database.StartProcess(), WebhookNode.WriteAsync);
        var service = await one.AddServiceAsync();
        Task<Result<Guid>[]> AcceptAsync(WebhookNode node, IEnumerable<string> keys) =>
            Task.WhenAll(keys.Select(key => node.Intake.AcceptAsync(one.Event(service, "a", key), default)));
        await one.Intake.StartAsync(default);
        await other.Intake.StartAsync(default);

        for (var round = 0; round < 10; round++)
        {
            string[] keys = [.. Enumerable.Range(0, 200).Select(number => $"{service.Id}-{round}-{number}")];
            var (forwards, backwards) = (Task.Run(() => AcceptAsync(one, keys)), Task.Run(() => AcceptAsync(other, keys.Reverse())));

            var stored = (await forwards).Select(id => id.Required());
            (await backwards).Reverse().Select(id => id.Required()).ShouldBe(stored);
        }
        (await one.ForgetAsync(service.TenantId)).ShouldBe(10 * 200);
    }

    [ProviderFact]
    public async Task A_webhook_of_a_service_that_is_gone_keeps_the_others_of_its_batch_not_out()
    {
        await using var node = new WebhookNode(database.StartProcess(), WebhookNode.WriteAsync);
        var service = await node.AddServiceAsync();
        var gone = Service.Register(new ServiceId(Guid.NewGuid()), service.TenantId, "gone", "https://service.example", true, service.CreatedAt);
        var accepted = new[]
            { node.Intake.AcceptAsync(node.Event(service, "a"), default), node.Intake.AcceptAsync(node.Event(gone, "b"), default),
            node.Intake.AcceptAsync(node.Event(service, "c"), default) };

        // All three wait for the first batch.
        await node.Intake.StartAsync(default);

        (await Task.WhenAll(accepted)).Select(result => result.Error).ShouldBe([null, WebhookErrors.ServiceUnknown, null]);
        (await node.EventsAsync(service.TenantId)).Select(happened => happened.Payload).ShouldBe(["\"a\"", "\"c\""]);
    }
}

[Provider("sqlite")]
public sealed class SqliteWebhookProcessorTests(SqliteDatabase database) : WebhookProcessorTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlWebhookProcessorTests(PostgreSqlDatabase database) : WebhookProcessorTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerWebhookProcessorTests(SqlServerDatabase database) : WebhookProcessorTests(database), IClassFixture<SqlServerDatabase>;
