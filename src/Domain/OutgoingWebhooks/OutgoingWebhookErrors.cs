using ModuleX.Domain.Results;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>Why something with an organization's webhooks is refused.</summary>
public static class OutgoingWebhookErrors
{
    public static Error Unknown { get; } = new(ErrorKind.NotFound, "webhook_not_found", "Webhook not found");

    public static Error DeliveryUnknown { get; } = new(ErrorKind.NotFound, "delivery_not_found", "Delivery not found");

    public static Error Disabled { get; } = new(ErrorKind.Conflict, "webhook_disabled", "The webhook is disabled: enable it first");

    public static Error TooMany { get; } = new(
        ErrorKind.Conflict, "webhook_limit_reached", $"An organization may have {OutgoingWebhook.MaximumPerOrganization} webhooks");
}
