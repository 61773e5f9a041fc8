using System.Globalization;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Access;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.OutgoingWebhooks;

/// <summary>From what happened to what a receiver on loopback gets, whatever fails on the way.</summary>
public abstract class DeliveryTests(TestDatabase database) : IAsyncLifetime
{
    private const string Type = OutgoingEventTypes.ConnectionCreated;

    private readonly TestTime _time = new();
    private Upstream _receiver = null!;

    public async Task InitializeAsync() => _receiver = await Upstream.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [ProviderFact]
    public async Task Event_arrives_signed_as_standard_webhooks_says_and_its_answer_is_kept()
    {
        var (node, organization, created) = await StartAsync();
        await using var stopped = node;
        _receiver.Answer = context => Upstream.Send(context, "text/plain", Encoding.UTF8.GetBytes(new string('x', 5000)));
        var happened = (await node.HappenAsync(organization, Type)).Single();

        await node.SendDueAsync();

        var request = _receiver.Request;
        (request.Method, request.Target, request.Header("Content-Type")).ShouldBe(("POST", "/hook", "application/json"));
        request.Header("webhook-id").ShouldBe(happened.Id.ToString());
        request.Text.ShouldBe(
            $$$"""{"type":"connection.created","timestamp":"{{{happened.OccurredAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}}}Z","data":{"number":0}}""");
        Verify(request, created.Secret).ShouldBeTrue();
        var delivery = (await node.DeliveriesAsync(organization.TenantId)).ShouldHaveSingleItem();
        (delivery.State, delivery.LastStatus, delivery.Attempts, delivery.DueAt, delivery.Claim).ShouldBe((DeliveryStates.Delivered, 200, 1, null, null));
        var attempt = (await node.AttemptsAsync(organization.TenantId)).ShouldHaveSingleItem();
        (attempt.Status, attempt.Error, attempt.Body).ShouldBe((200, null, new string('x', 1024)));
    }

    [ProviderFact]
    public async Task Endpoints_get_what_they_chose_and_no_other_organizations_events()
    {
        var (node, organization, _) = await StartAsync();
        await using var stopped = node;
        var other = await database.Main.AddTenantAsync();
        await node.CreateAsync(organization, new Uri(_receiver.Url, "/runs"), OutgoingEventTypes.RunFailed);
        await node.CreateAsync(other, new Uri(_receiver.Url, "/other"));
        await node.HappenAsync(organization, Type);
        await node.HappenAsync(organization, OutgoingEventTypes.RunFailed);

        await node.SendDueAsync();

        _receiver.Requests.Select(request => $"{request.Target} {JsonElement.Parse(request.Text).GetProperty("type")}").ShouldBe(
            ["/hook connection.created", "/hook run.failed", "/runs run.failed"], ignoreOrder: true);
    }

    [ProviderFact]
    public async Task Event_that_no_endpoint_wants_is_forgotten()
    {
        var organization = await database.Main.AddTenantAsync();
        await using var node = new OutgoingNode(database.StartProcess(_time));
        await node.HappenAsync(organization, Type);

        await node.SendDueAsync();

        (await node.EventsAsync(organization.TenantId)).ShouldBeEmpty();
    }

    [ProviderFact]
    public async Task Failures_are_tried_again_after_growing_waits_with_the_same_id_and_body_and_then_given_up()
    {
        var (node, organization, created) = await StartAsync();
        await using var stopped = node;
        _receiver.Answer = context => Upstream.Json(context, "{}", 503);
        await node.HappenAsync(organization, Type);
        await node.SendDueAsync();
        double[] waits = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 10 * 3600];

        foreach (var seconds in waits)
        {
            var waiting = (await node.DeliveriesAsync(organization.TenantId)).ShouldHaveSingleItem();
            // The clock runs on by itself, and a busy machine may take its time.
            (waiting.DueAt!.Value - _time.GetUtcNow()).TotalSeconds.ShouldBeInRange(seconds - 10, (seconds * 1.2) + 1);
            _time.Advance(TimeSpan.FromSeconds(seconds * 1.2) + TimeSpan.FromSeconds(1));
            await node.SendDueAsync();
        }

        var given = (await node.DeliveriesAsync(organization.TenantId)).ShouldHaveSingleItem();
        (given.State, given.Attempts, given.DueAt, given.Reason).ShouldBe((DeliveryStates.Failed, 8, null, "It answered with status 503"));
        _receiver.Requests.Count.ShouldBe(8);
        _receiver.Requests.Select(request => (request.Header("webhook-id"), request.Text)).Distinct().ShouldHaveSingleItem();
        _receiver.Requests.Select(request => request.Header("webhook-timestamp")).Distinct().Count().ShouldBe(8);
        _receiver.Requests.ShouldAllBe(request => Verify(request, created.Secret));
        (await node.AttemptsAsync(organization.TenantId)).Select(attempt => attempt.Number).ShouldBe(Enumerable.Range(1, 8));
    }

    [ProviderFact]
    public async Task Redirect_is_a_failure_and_is_not_followed()
    {
        var (node, organization, _) = await StartAsync();
        await using var stopped = node;
        _receiver.Answer = context => Upstream.Redirect(context, "/elsewhere");
        await node.HappenAsync(organization, Type);

        await node.SendDueAsync();

        _receiver.Request.Target.ShouldBe("/hook");
        var delivery = (await node.DeliveriesAsync(organization.TenantId)).ShouldHaveSingleItem();
        (delivery.State, delivery.LastStatus, delivery.Reason)
            .ShouldBe((DeliveryStates.Pending, 302, "It answered with a redirect, and these are not followed"));
    }

    [ProviderFact]
    public async Task Both_secrets_sign_for_a_day_after_a_rotation()
    {
        var (node, organization, created) = await StartAsync();
        await using var stopped = node;
        var rotated = (await node.SendAsync(
            new RotateOutgoingWebhookSecretCommand(Actor.System(organization.TenantId), organization.Id, created.Webhook.Id))).Required();
        await node.HappenAsync(organization, Type);
        await node.SendDueAsync();
        _time.Advance(TimeSpan.FromHours(25));
        await node.HappenAsync(organization, Type);
        await node.Cleanup.CleanAsync(default);
        await node.SendDueAsync();

        var (during, after) = (_receiver.Requests[0], _receiver.Requests[1]);
        during.Header("webhook-signature")!.Split(' ').Length.ShouldBe(2);
        (Verify(during, created.Secret), Verify(during, rotated.Secret)).ShouldBe((true, true));
        (Verify(after, created.Secret), Verify(after, rotated.Secret)).ShouldBe((false, true));
        (await node.WebhookAsync(organization.TenantId, created.Webhook.Id)).PreviousSecret.ShouldBeNull();
    }

    [ProviderFact]
    public async Task Endpoint_that_says_gone_is_disabled_at_once_and_the_others_are_told()
    {
        var (node, organization, created) = await StartAsync();
        await using var stopped = node;
        await node.CreateAsync(organization, new Uri(_receiver.Url, "/other"), OutgoingEventTypes.WebhookDisabled);
        _receiver.Answer = async context => await Upstream.Json(context, "{}", context.Request.Path == "/hook" ? 410 : 200);
        await node.HappenAsync(organization, Type);

        await node.SendDueAsync();
        await node.SendDueAsync();

        var webhook = await node.WebhookAsync(organization.TenantId, created.Webhook.Id);
        (webhook.IsEnabled, webhook.DisabledReason).ShouldBe((false, DisabledReasons.Gone));
        var told = _receiver.Requests.Single(request => request.Target == "/other");
        var body = JsonElement.Parse(told.Text);
        body.GetProperty("type").GetString().ShouldBe("webhook.disabled");
        body.GetProperty("data").ToString().ShouldBe(
            $$"""{"webhook_id":"{{webhook.Id}}","organization_id":"{{organization.Id}}","reason":"gone"}""");
        (await node.DeliveriesAsync(organization.TenantId)).Single(delivery => delivery.WebhookId == webhook.Id).State.ShouldBe(DeliveryStates.Failed);
        _receiver.Requests.Count(request => request.Target == "/hook").ShouldBe(1);
    }

    [ProviderFact]
    public async Task Endpoint_that_has_only_failed_for_five_days_is_disabled_and_one_success_in_between_counts()
    {
        var (node, organization, created) = await StartAsync();
        await using var stopped = node;
        _receiver.Answer = context => Upstream.Json(context, "{}", 500);
        await FailForAsync(node, organization, TimeSpan.FromDays(4));
        _receiver.Answer = context => Upstream.Json(context, "{}");
        await node.HappenAsync(organization, Type);
        await node.SendDueAsync();
        (await node.WebhookAsync(organization.TenantId, created.Webhook.Id)).FailingSince.ShouldBeNull();

        _receiver.Answer = context => Upstream.Json(context, "{}", 500);
        await FailForAsync(node, organization, TimeSpan.FromDays(4));
        (await node.WebhookAsync(organization.TenantId, created.Webhook.Id)).IsEnabled.ShouldBeTrue();
        await FailForAsync(node, organization, TimeSpan.FromDays(1.1));

        var webhook = await node.WebhookAsync(organization.TenantId, created.Webhook.Id);
        (webhook.IsEnabled, webhook.DisabledReason).ShouldBe((false, DisabledReasons.Failing));
        (await node.DeliveriesAsync(organization.TenantId)).ShouldAllBe(delivery => delivery.State != DeliveryStates.Pending);
    }

    [ProviderFact]
    public async Task Test_goes_to_one_endpoint_whatever_it_has_chosen()
    {
        var (node, organization, _) = await StartAsync();
        await using var stopped = node;
        var picky = await node.CreateAsync(organization, new Uri(_receiver.Url, "/picky"), OutgoingEventTypes.RunFailed);

        (await node.SendAsync(new SendTestEventCommand(Actor.System(organization.TenantId), organization.Id, picky.Webhook.Id))).Required();
        await node.SendDueAsync();

        (_receiver.Request.Target, JsonElement.Parse(_receiver.Request.Text).GetProperty("type").GetString()).ShouldBe(("/picky", "webhook.test"));
    }

    [ProviderFact]
    public async Task Private_address_is_refused_where_the_socket_connects()
    {
        var organization = await database.Main.AddTenantAsync();
        await using var allowed = new OutgoingNode(database.StartProcess(_time));
        await using var node = new OutgoingNode(database.StartProcess(_time), ("Egress:Allow:0", "other.example"));
        var created = await allowed.CreateAsync(organization, new Uri(_receiver.Url, "/hook"));
        await node.HappenAsync(organization, Type);

        await node.SendDueAsync();

        _receiver.Requests.ShouldBeEmpty();
        (await node.DeliveriesAsync(organization.TenantId)).ShouldHaveSingleItem().Reason.ShouldBe("Its address is private and Egress:Allow does not name it");
        (await node.SendAsync(new CreateOutgoingWebhookCommand(
            Actor.System(organization.TenantId), organization.Id, created.Webhook.Url, null, null))).Error!.Code.ShouldBe("validation_failed");
        (await node.SendAsync(new CreateOutgoingWebhookCommand(
            Actor.System(organization.TenantId), organization.Id, "https://127.0.0.1/hook", null, null))).Error!.Code.ShouldBe("validation_failed");
    }

    private async Task<(OutgoingNode Node, Organization Organization, NewOutgoingWebhook Created)> StartAsync()
    {
        var organization = await database.Main.AddTenantAsync();
        var node = new OutgoingNode(database.StartProcess(_time));
        return (node, organization, await node.CreateAsync(organization, new Uri(_receiver.Url, "/hook")));
    }

    private async Task FailForAsync(OutgoingNode node, Organization organization, TimeSpan span)
    {
        await node.HappenAsync(organization, Type);
        await node.SendDueAsync();
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromHours(12))
        {
            _time.Advance(TimeSpan.FromHours(12));
            await node.HappenAsync(organization, Type);
            await node.SendDueAsync();
        }
    }

    /// <summary>As the receiver's own library does it: by the specification, with the other half of the code that signs.</summary>
    private static bool Verify(RecordedRequest request, WebhookSecret secret)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Header("webhook-timestamp")!, CultureInfo.InvariantCulture));
        return WebhookSignature.Verify(
            new ServiceSignature(ServiceSignature.StandardWebhooks), Encoding.UTF8.GetBytes(secret.Reveal()), request.Header, request.Body, at).Error is null;
    }
}

[Provider("sqlite")]
public sealed class SqliteDeliveryTests(SqliteDatabase database) : DeliveryTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlDeliveryTests(PostgreSqlDatabase database) : DeliveryTests(database), IClassFixture<PostgreSqlDatabase>;

[Provider("sqlserver")]
public sealed class SqlServerDeliveryTests(SqlServerDatabase database) : DeliveryTests(database), IClassFixture<SqlServerDatabase>;
