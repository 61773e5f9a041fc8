using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Url">Where events are sent: https, and http only for hosts that the operator allows.</param>
/// <param name="Description">For people.</param>
/// <param name="Events">The types of events to send; without this member, or empty, all of them, future ones included.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateWebhookRequest(
    [property: MaxLength(OutgoingWebhook.MaximumUrlLength)] string Url,
    [property: MaxLength(OutgoingWebhook.MaximumDescriptionLength)] string? Description = null,
    [property: MaxLength(50), AllowedValues(
        OutgoingEventTypes.ConnectionCreated, OutgoingEventTypes.ConnectionNeedsReconnect, OutgoingEventTypes.ConnectionRefreshFailed,
        OutgoingEventTypes.ConnectionDeleted, OutgoingEventTypes.RunFailed, OutgoingEventTypes.WebhookDisabled)]
    IReadOnlyList<string>? Events = null);

/// <summary>What is not given stays as it is.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="Description">For people.</param>
/// <param name="Events">The types of events to send; empty for all.</param>
/// <param name="Enabled">True brings one back that was disabled, also because it failed.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record UpdateWebhookRequest(
    [property: MaxLength(OutgoingWebhook.MaximumUrlLength)] string? Url = null,
    [property: MaxLength(OutgoingWebhook.MaximumDescriptionLength)] string? Description = null,
    [property: MaxLength(50), AllowedValues(
        OutgoingEventTypes.ConnectionCreated, OutgoingEventTypes.ConnectionNeedsReconnect, OutgoingEventTypes.ConnectionRefreshFailed,
        OutgoingEventTypes.ConnectionDeleted, OutgoingEventTypes.RunFailed, OutgoingEventTypes.WebhookDisabled)]
    IReadOnlyList<string>? Events = null,
    bool? Enabled = null);

/// <summary>An endpoint that events are sent to, without its secret.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="Description">For people; empty for none.</param>
/// <param name="Events">The types of events that are sent; empty for all.</param>
/// <param name="Enabled">Whether it is sent anything.</param>
/// <param name="DisabledReason">by_user, gone (it answered 410) or failing (for days); null while it is enabled.</param>
/// <param name="DisabledAt">Null while it is enabled.</param>
/// <param name="FailingSince">Since when every attempt has failed; null where the last one did not.</param>
/// <param name="PreviousSecretUntil">Until when the secret before the last rotation signs, too; null where there is none.</param>
internal sealed record WebhookResponse(
    OutgoingWebhookId Id, string Url, string Description, IReadOnlyList<string> Events, bool Enabled, string? DisabledReason, DateTimeOffset? DisabledAt,
    DateTimeOffset? FailingSince, DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static WebhookResponse Of(OutgoingWebhookView view) => new(
        view.Id, view.Url, view.Description, [.. view.Events], view.IsEnabled, view.DisabledReason, view.DisabledAt, view.FailingSince,
        view.PreviousSecretUntil, view.CreatedAt, view.UpdatedAt);
}

/// <summary>An endpoint whose secret was just made.</summary>
/// <param name="Secret">What its webhooks are signed with, as Standard Webhooks writes it. It is shown this once.</param>
internal sealed record NewWebhookResponse(WebhookResponse Webhook, string Secret)
{
    public static NewWebhookResponse Of(NewOutgoingWebhook made) => new(WebhookResponse.Of(made.Webhook), made.Secret.Reveal());

    public override string ToString() => nameof(NewWebhookResponse);
}

/// <summary>An endpoint, and how its deliveries stand.</summary>
/// <param name="Deliveries">How many there are in each state, of those that are kept.</param>
internal sealed record CountedWebhookResponse(WebhookResponse Webhook, DeliveryCounts Deliveries)
{
    public static CountedWebhookResponse Of(CountedWebhookView view) =>
        new(WebhookResponse.Of(view.Webhook), new(view.Sums.Pending, view.Sums.Delivered, view.Sums.Failed));
}

/// <param name="Pending">Being sent, or waiting for the next attempt.</param>
/// <param name="Delivered">Answered with a status of 200 to 299.</param>
/// <param name="Failed">Given up.</param>
internal sealed record DeliveryCounts(int Pending, int Delivered, int Failed);

internal sealed record WebhookListParameters(CursorParameters Page) : QueryParameters<WebhookListParameters>;
