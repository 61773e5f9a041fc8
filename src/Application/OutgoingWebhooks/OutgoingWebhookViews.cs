using System.Collections.Immutable;
using Mapster;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>An endpoint, without its secrets.</summary>
/// <param name="Events">Of <see cref="OutgoingEventTypes.All"/>; empty for all.</param>
/// <param name="DisabledReason">Of <see cref="DisabledReasons"/>; null for one that is enabled.</param>
/// <param name="FailingSince">Since when every attempt has failed; null where the last one did not.</param>
/// <param name="PreviousSecretUntil">Until when the secret before the last rotation signs, too; null for one that was not rotated lately.</param>
public sealed record OutgoingWebhookView(
    OutgoingWebhookId Id, string Url, string Description, ImmutableSortedSet<string> Events, bool IsEnabled, string? DisabledReason,
    DateTimeOffset? DisabledAt, DateTimeOffset? FailingSince, DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>An endpoint, and how its deliveries stand.</summary>
public sealed record CountedWebhookView(OutgoingWebhookView Webhook, DeliverySums Sums);

/// <summary>One delivery with everything that is known of it.</summary>
/// <param name="Body">JSON, as it is sent.</param>
/// <param name="Attempts">The oldest first.</param>
public sealed record DeliveryDetailsView(DeliveryView Delivery, byte[] Body, IReadOnlyList<DeliveryAttemptView> Attempts);

/// <summary>One event on its way to one endpoint.</summary>
/// <param name="EventId">The <c>webhook-id</c>.</param>
/// <param name="State">Of <see cref="DeliveryStates"/>.</param>
/// <param name="DueAt">When it is sent next; null where nothing is left to do.</param>
/// <param name="LastStatus">The status of the last answer; null where there was none.</param>
/// <param name="Reason">Why it is not delivered; null where nothing failed.</param>
public sealed record DeliveryView(
    Guid Id, Guid EventId, string EventType, string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt,
    int? LastStatus, string? Reason);

/// <summary>One sending of a delivery.</summary>
public sealed record DeliveryAttemptView(int Number, DateTimeOffset At, int DurationMilliseconds, int? Status, string? Error, string? Body);

internal sealed class OutgoingWebhookViews : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<OutgoingWebhook, OutgoingWebhookView>();
        config.NewConfig<OutgoingDelivery, DeliveryView>();
        config.NewConfig<DeliveryAttempt, DeliveryAttemptView>();
        config.NewConfig<ImmutableSortedSet<string>, ImmutableSortedSet<string>>().MapWith(set => set);
    }
}
