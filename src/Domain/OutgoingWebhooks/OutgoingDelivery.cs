using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>One event on its way to one endpoint, and what has become of it.</summary>
public sealed class OutgoingDelivery
{
    private OutgoingDelivery(
        Guid id, TenantId tenantId, OutgoingWebhookId webhookId, Guid eventId, string eventType, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        WebhookId = webhookId;
        EventId = eventId;
        EventType = eventType;
        CreatedAt = createdAt;
        DueAt = createdAt;
    }

    /// <summary>A version 7 UUID.</summary>
    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OutgoingWebhookId WebhookId { get; private set; }

    public Guid EventId { get; private set; }

    public string EventType { get; private set; }

    /// <summary>Of <see cref="DeliveryStates"/>.</summary>
    public string State { get; private set; } = DeliveryStates.Pending;

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many of these failed since it was made, or last sent again on demand: what the next wait depends on.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it is sent next; while it is sent, when the lease of the node that does it ends. Null where nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who sends it; null for none.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>The status of the last answer; null where there was none.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Why it is not delivered; null where nothing failed.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was delivered or given up; null until then.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static OutgoingDelivery Of(Guid id, OutgoingEvent happened, OutgoingWebhookId webhook, DateTimeOffset now) =>
        new(id, happened.TenantId, webhook, happened.Id, happened.Type, now);

    /// <summary>Takes in what came of an attempt.</summary>
    /// <param name="delay">The wait before the next one; null for no more. Of no account where it was delivered.</param>
    public void Apply(DeliveryAttempt attempt, TimeSpan? delay, DateTimeOffset now)
    {
        (Attempts, LastStatus, Claim, Reason) = (attempt.Number, attempt.Status, null, attempt.Error);
        if (attempt.IsDelivered) (State, DueAt, EndedAt) = (DeliveryStates.Delivered, null, now);
        else if (delay is { } wait) (Failures, DueAt) = (Failures + 1, now + wait);
        else (State, Failures, DueAt, EndedAt) = (DeliveryStates.Failed, Failures + 1, null, now);
    }

    /// <summary>Has it sent at once, with all its tries anew; also one that was delivered. What a node is sending right now no longer counts.</summary>
    public void Resend(DateTimeOffset now) =>
        (State, Failures, DueAt, Claim, Reason, EndedAt) = (DeliveryStates.Pending, 0, now, null, null, null);
}

/// <summary>What may have become of a delivery.</summary>
public static class DeliveryStates
{
    /// <summary>It is being sent, or waits for the next attempt.</summary>
    public const string Pending = "pending";

    /// <summary>The endpoint answered with a status of 200 to 299.</summary>
    public const string Delivered = "delivered";

    /// <summary>Given up: all attempts failed, or the endpoint was disabled.</summary>
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Pending, Delivered, Failed];
}
