using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Application.OutgoingWebhooks;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Since">From when on deliveries were made.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResendFailedRequest([property: MaxLength(40)] DateTimeOffset Since);

/// <param name="Deliveries">How many are sent again.</param>
internal sealed record ResentResponse(int Deliveries);

/// <summary>One event on its way to one endpoint.</summary>
/// <param name="EventId">The webhook-id that the receiver sees, the same at every attempt.</param>
/// <param name="EventType">What happened.</param>
/// <param name="State">pending, delivered or failed.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="NextAttemptAt">Null where nothing is left to do.</param>
/// <param name="EndedAt">When it was delivered or given up; null until then.</param>
/// <param name="LastStatus">The HTTP status of the last answer; null where there was none.</param>
/// <param name="Reason">Why it is not delivered; null where nothing failed.</param>
internal sealed record DeliveryResponse(
    Guid Id, Guid EventId, string EventType, string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? EndedAt,
    int? LastStatus, string? Reason)
{
    public static DeliveryResponse Of(DeliveryView view) => new(
        view.Id, view.EventId, view.EventType, view.State, view.Attempts, view.CreatedAt, view.DueAt, view.EndedAt, view.LastStatus, view.Reason);
}

/// <summary>One delivery with everything that is known of it.</summary>
/// <param name="Body">What is sent, the same at every attempt.</param>
/// <param name="Attempts">The oldest first.</param>
internal sealed record DeliveryDetailsResponse(DeliveryResponse Delivery, JsonElement Body, IReadOnlyList<DeliveryAttemptResponse> Attempts)
{
    public static DeliveryDetailsResponse Of(DeliveryDetailsView view) =>
        new(DeliveryResponse.Of(view.Delivery), JsonElement.Parse(view.Body), [.. view.Attempts.Select(DeliveryAttemptResponse.Of)]);
}

/// <summary>One sending of a delivery.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="DurationMs">Until the answer, or until there was none.</param>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Error">Why it is no success; null for a success.</param>
/// <param name="Answer">The first 1,024 bytes of the answer's body; null where there was none.</param>
internal sealed record DeliveryAttemptResponse(int Number, DateTimeOffset At, int DurationMs, int? Status, string? Error, string? Answer)
{
    public static DeliveryAttemptResponse Of(DeliveryAttemptView view) =>
        new(view.Number, view.At, view.DurationMilliseconds, view.Status, view.Error, view.Body);
}
