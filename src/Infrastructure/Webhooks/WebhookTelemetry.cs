using System.Diagnostics.Metrics;
using ModuleX.Application.Telemetry;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Attempts at webhooks, by what the webhook is after them.</summary>
internal static class WebhookTelemetry
{
    private static readonly Counter<long> Attempts = Instrumentation.Meter.CreateCounter<long>(
        "modulex.webhook.attempts", "{attempt}", "Attempts at webhooks, by the status that they left behind.");

    public static void Tried(IEnumerable<WebhookEvent> webhooks)
    {
        if (!Attempts.Enabled) return;
        foreach (var webhook in webhooks) Attempts.Add(1, new KeyValuePair<string, object?>(Attributes.Outcome, webhook.Status));
    }
}
