using System.Collections.Concurrent;
using ModuleX.Application.Access;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.OutgoingWebhooks;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.OutgoingWebhooks;

/// <summary>Leases, many nodes and many events: whatever dies, everything is delivered, and what was given up comes back on demand.</summary>
public abstract class DeliveryQueueTests(TestDatabase database) : IAsyncLifetime
{
    private const string Type = OutgoingEventTypes.ConnectionDeleted;

    private readonly TestTime _time = new();
    private Upstream _receiver = null!;

    public async Task InitializeAsync() => _receiver = await Upstream.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [ProviderFact]
    public async Task Slow_endpoint_does_not_hold_the_others_up()
    {
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _receiver.Answer = context =>
        {
            if (context.Request.Path != "/slow") return Task.CompletedTask;
            arrived.TrySetResult();
            return release.Task;
        };
        var process = database.StartProcess(_time);
        process.Lifetime.Start();
        await using var node = new OutgoingNode(process);
        var organization = await database.Main.AddTenantAsync();
        await node.CreateAsync(organization, new Uri(_receiver.Url, "/slow"));
        await node.CreateAsync(organization, new Uri(_receiver.Url, "/quick"));
        await node.HappenAsync(organization, Type, 100);

        await node.Worker.StartAsync(default);
        await Wait.ForAsync(arrived.Task, "a request at the slow endpoint");
        await Wait.UntilAsync(() => _receiver.Requests.Count(request => request.Target == "/quick") == 100, "the quick endpoint has everything");

        _receiver.Requests.Count(request => request.Target == "/slow").ShouldBeLessThanOrEqualTo(new OutgoingWebhookOptions().RequestsPerEndpoint);
        release.SetResult();
        await node.Worker.StopAsync(default);
    }

    [ProviderFact]
    public async Task What_a_dead_node_held_is_taken_up_when_its_lease_is_over_and_the_dead_one_can_do_no_more()
    {
        var (dead, alive, organization, webhook) = await TwoNodesAsync();
        await using var stopped = dead;
        await using var ended = alive;
        await dead.FanOut.RunAsync(default);
        var claimed = (await dead.Queue.ClaimAsync(webhook, default))!;
        claimed.Deliveries.Count.ShouldBe(3);

        await alive.SendDueAsync();
        _receiver.Requests.ShouldBeEmpty();
        _time.Advance(new OutgoingWebhookOptions().Lease + TimeSpan.FromSeconds(1));
        await alive.SendDueAsync();

        _receiver.Requests.Count.ShouldBe(3);
        await dead.Queue.StoreAsync(claimed, await dead.Sender.SendAsync(claimed, default), default);
        (await alive.DeliveriesAsync(organization.TenantId)).ShouldAllBe(delivery => delivery.State == DeliveryStates.Delivered && delivery.Attempts == 1);
        // Sent twice, as a receiver has to expect of a node that comes back, with the ids that it knows.
        _receiver.Requests.Select(request => request.Header("webhook-id")).Distinct().Count().ShouldBe(3);
    }

    [ProviderFact]
    public async Task What_was_given_up_is_sent_again_on_demand_one_by_one_or_all()
    {
        var (node, other, organization, webhook) = await TwoNodesAsync(("OutgoingWebhooks:RetryDelays:0", "00:00:01"));
        await using var stopped = node;
        await using var ended = other;
        var actor = Actor.System(organization.TenantId);
        _receiver.Answer = context => Upstream.Json(context, "{}", 500);
        await node.SendDueAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        await node.SendDueAsync();
        var given = await node.DeliveriesAsync(organization.TenantId);
        given.ShouldAllBe(delivery => delivery.State == DeliveryStates.Failed && delivery.Attempts == 2);
        _receiver.Answer = context => Upstream.Json(context, "{}");

        (await node.SendAsync(new ResendDeliveryCommand(actor, organization.Id, webhook, given[0].Id))).Required();
        await node.SendDueAsync();
        (await node.DeliveriesAsync(organization.TenantId)).Count(delivery => delivery.State == DeliveryStates.Delivered).ShouldBe(1);
        (await node.SendAsync(new ResendFailedCommand(actor, organization.Id, webhook, _time.GetUtcNow().AddDays(1)))).Required().ShouldBe(0);
        (await node.SendAsync(new ResendFailedCommand(actor, organization.Id, webhook, given[0].CreatedAt.AddSeconds(-1)))).Required().ShouldBe(2);
        await node.SendDueAsync();

        (await node.DeliveriesAsync(organization.TenantId)).ShouldAllBe(delivery => delivery.State == DeliveryStates.Delivered && delivery.Attempts == 3);
        _receiver.Requests.Select(request => request.Header("webhook-id")).Distinct().Count().ShouldBe(3);
    }

    [ProviderFact]
    public async Task Disabled_endpoint_gives_up_what_is_on_its_way_and_takes_no_resend()
    {
        var (node, other, organization, webhook) = await TwoNodesAsync();
        await using var stopped = node;
        await using var ended = other;
        await node.FanOut.RunAsync(default);
        var claimed = (await other.Queue.ClaimAsync(webhook, default))!;

        (await SwitchAsync(node, organization, webhook, false)).Required().DisabledReason.ShouldBe(DisabledReasons.ByUser);

        var deliveries = await node.DeliveriesAsync(organization.TenantId);
        deliveries.ShouldAllBe(delivery => delivery.State == DeliveryStates.Failed && delivery.Reason == GivenUp.Disabled && delivery.DueAt == null);
        // What the other node was sending meanwhile no longer counts.
        await other.Queue.StoreAsync(claimed, await other.Sender.SendAsync(claimed, default), default);
        (await node.DeliveriesAsync(organization.TenantId)).ShouldAllBe(delivery => delivery.State == DeliveryStates.Failed);
        (await node.SendAsync(new ResendDeliveryCommand(Actor.System(organization.TenantId), organization.Id, webhook, deliveries[0].Id)))
            .Error.ShouldBe(OutgoingWebhookErrors.Disabled);
        (await SwitchAsync(node, organization, webhook, true)).Required().IsEnabled.ShouldBeTrue();
    }

    [ProviderFact]
    public async Task Ended_deliveries_are_trimmed_when_they_are_old_with_their_events()
    {
        var (node, other, organization, _) = await TwoNodesAsync();
        await using var stopped = node;
        await using var ended = other;
        await node.SendDueAsync();
        _time.Advance(new OutgoingWebhookOptions().Kept - TimeSpan.FromHours(1));
        await node.Cleanup.CleanAsync(default);
        (await node.DeliveriesAsync(organization.TenantId)).Count.ShouldBe(3);

        _time.Advance(TimeSpan.FromHours(2));
        await node.Cleanup.CleanAsync(default);

        (await node.DeliveriesAsync(organization.TenantId)).ShouldBeEmpty();
        (await node.AttemptsAsync(organization.TenantId)).ShouldBeEmpty();
        (await node.EventsAsync(organization.TenantId)).ShouldBeEmpty();
    }

    /// <summary>Ten thousand events at once, for an endpoint that is quick.</summary>
    protected async Task ShareTenThousandAsync(int count)
    {
        var ids = new ConcurrentBag<string>();
        _receiver.Answer = context =>
        {
            ids.Add(context.Request.Headers["webhook-id"].ToString());
            return Task.CompletedTask;
        };
        var nodes = Enumerable.Range(0, count)
            .Select(_ => new OutgoingNode(database.StartProcess(_time), ("OutgoingWebhooks:RequestsPerEndpoint", "50"))).ToList();
        var (one, organization) = (nodes[0], await database.Main.AddTenantAsync());
        await one.CreateAsync(organization, new Uri(_receiver.Url, "/hook"));
        var events = await one.HappenAsync(organization, Type, 10_000);

        await Task.WhenAll(nodes.Select(node => Task.Run(node.SendDueAsync)));

        (await one.DeliveriesAsync(organization.TenantId)).Count(delivery => delivery.State == DeliveryStates.Delivered).ShouldBe(10_000);
        ids.Distinct().Order().ShouldBe(events.Select(happened => happened.Id.ToString()).Order());
        // No node did the other's work: nobody died.
        ids.Count.ShouldBe(10_000);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    /// <summary>Two nodes, an endpoint and three events that happened.</summary>
    private async Task<(OutgoingNode One, OutgoingNode Other, Organization Organization, OutgoingWebhookId Webhook)> TwoNodesAsync(
        params (string Name, string Value)[] settings)
    {
        var organization = await database.Main.AddTenantAsync();
        var (one, other) = (new OutgoingNode(database.StartProcess(_time), settings), new OutgoingNode(database.StartProcess(_time), settings));
        var created = await one.CreateAsync(organization, new Uri(_receiver.Url, "/hook"));
        await one.HappenAsync(organization, Type, 3);
        return (one, other, organization, created.Webhook.Id);
    }

    private static Task<Result<OutgoingWebhookView>> SwitchAsync(OutgoingNode node, Organization organization, OutgoingWebhookId webhook, bool on) =>
        node.SendAsync(new UpdateOutgoingWebhookCommand(Actor.System(organization.TenantId), organization.Id, webhook, null, null, null, on));
}

[Provider("sqlite")]
public sealed class SqliteDeliveryQueueTests(SqliteDatabase database) : DeliveryQueueTests(database), IClassFixture<SqliteDatabase>
{
    /// <summary>SQLite serves one node. Its statements are those of the other tests, so they need not be judged for SQL Server once more.</summary>
    [Fact]
    public Task Ten_thousand_events_at_once_are_delivered_each_with_its_id() => ShareTenThousandAsync(1);
}

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlDeliveryQueueTests(PostgreSqlDatabase database) : DeliveryQueueTests(database), IClassFixture<PostgreSqlDatabase>
{
    [ProviderFact]
    public Task Ten_thousand_events_at_once_are_shared_by_nodes_and_each_is_delivered_with_its_id() => ShareTenThousandAsync(2);
}

[Provider("sqlserver")]
public sealed class SqlServerDeliveryQueueTests(SqlServerDatabase database) : DeliveryQueueTests(database), IClassFixture<SqlServerDatabase>;
