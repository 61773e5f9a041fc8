using System.Diagnostics.Metrics;
using ModuleX.Application.Telemetry;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Attempts to deliver webhooks, by whether they did.</summary>
internal static class OutgoingWebhookTelemetry
{
    private static readonly Counter<long> Attempts = Instrumentation.Meter.CreateCounter<long>(
        "modulex.webhook.deliveries", "{attempt}", "Attempts to deliver webhooks to endpoints of organizations, by what came of them.");

    public static void Tried(IEnumerable<DeliveryAttempt> attempts)
    {
        if (!Attempts.Enabled) return;
        foreach (var attempt in attempts)
            Attempts.Add(1, new KeyValuePair<string, object?>(Attributes.Outcome, attempt.IsDelivered ? DeliveryStates.Delivered : DeliveryStates.Failed));
    }
}
