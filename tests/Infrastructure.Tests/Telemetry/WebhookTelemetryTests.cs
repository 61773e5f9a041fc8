using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.Tests.Telemetry;

/// <summary>Attempts at webhooks as telemetry tells them.</summary>
[Collection(Listening.Name)]
public sealed class WebhookTelemetryTests
{
    [Fact]
    public void Attempts_are_counted_by_what_the_webhook_is_afterwards()
    {
        using var told = new Listened();
        var (given, done) = (Webhook(), Webhook());
        given.BreakOff("It broke off", null, ManualTime.Start);
        done.End(WebhookStatuses.Completed, ManualTime.Start);

        WebhookTelemetry.Tried([given, done]);

        told.Measured.ShouldBe(["modulex.webhook.attempts modulex.outcome=dead", "modulex.webhook.attempts modulex.outcome=completed"]);
    }

    private static WebhookEvent Webhook() =>
        WebhookEvent.Receive(Guid.NewGuid(), Given.Tenant, new ServiceId(Guid.NewGuid()), "user.created", "{}", null, ManualTime.Start);
}
