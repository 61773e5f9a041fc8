using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Webhooks;

/// <summary>A webhook that was acknowledged, and what has become of it.</summary>
public sealed class WebhookEvent
{
    /// <summary>How much of a reason is kept.</summary>
    public const int MaximumReason = 500;

    public const int MaximumTypeLength = 100;

    /// <summary>Of the sender's own id of a delivery.</summary>
    public const int MaximumDeliveryIdLength = 255;

    private WebhookEvent(Guid id, TenantId tenantId, ServiceId serviceId, string eventType, string payload, string? deliveryKey, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        ServiceId = serviceId;
        EventType = eventType;
        Payload = payload;
        DeliveryKey = deliveryKey;
        CreatedAt = createdAt;
        DueAt = createdAt;
    }

    /// <summary>A version 7 UUID.</summary>
    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public ServiceId ServiceId { get; private set; }

    /// <summary>1 to 100 characters, such as <c>user.created</c>.</summary>
    public string EventType { get; private set; }

    /// <summary>The body as it came: JSON.</summary>
    public string Payload { get; private set; }

    /// <summary>The hash of the service and its own id of this delivery, unique; null where the sender gave none.</summary>
    public string? DeliveryKey { get; private set; }

    /// <summary>Of <see cref="WebhookStatuses"/>.</summary>
    public string Status { get; private set; } = WebhookStatuses.Pending;

    /// <summary>How many attempts failed and were followed, or will be, by another one.</summary>
    public int RetryCount { get; private set; }

    /// <summary>When it is taken up next; while it is processed, when the lease of the node that does it ends. Null where nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who processes it; null for none yet.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>Why the last attempt failed, without anything of the payload; null where none did.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it came to its end; null until then.</summary>
    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <param name="deliveryKey">Null where the sender gave no id.</param>
    public static WebhookEvent Receive(Guid id, TenantId tenant, ServiceId service, string eventType, string payload, string? deliveryKey,
        DateTimeOffset now) =>
        new(id, tenant, service, eventType, payload, deliveryKey, now);

    /// <summary>Its effect is there; or, for <see cref="WebhookStatuses.Ignored"/>, there is none for it.</summary>
    public void End(string status, DateTimeOffset now) => (Status, DueAt, Claim, Reason, ProcessedAt) = (status, null, null, null, now);

    /// <summary>It can't have an effect, however often it is tried.</summary>
    public void Fail(string reason, DateTimeOffset now) => (Status, DueAt, Claim, Reason, ProcessedAt) = (WebhookStatuses.Failed, null, null, Cut(reason), now);

    /// <summary>An attempt broke off: there is another one after <paramref name="delay"/>, or, for null, no more.</summary>
    public void BreakOff(string reason, TimeSpan? delay, DateTimeOffset now)
    {
        (Claim, Reason) = (null, Cut(reason));
        if (delay is { } wait) (Status, RetryCount, DueAt) = (WebhookStatuses.Retry, RetryCount + 1, now + wait);
        else (Status, DueAt, ProcessedAt) = (WebhookStatuses.Dead, null, now);
    }

    /// <summary>Has it tried again from the beginning. Conflict: it is not one that was given up.</summary>
    public Result<Done> TryAgain(DateTimeOffset now)
    {
        if (Status is not (WebhookStatuses.Dead or WebhookStatuses.Failed)) return WebhookErrors.NotGivenUp(Status);
        (Status, RetryCount, DueAt, ProcessedAt) = (WebhookStatuses.Pending, 0, now, null);
        return Done.Result;
    }

    private static string Cut(string reason) => reason.Length <= MaximumReason ? reason : reason[..MaximumReason];
}

/// <summary>What may have become of a webhook.</summary>
public static class WebhookStatuses
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";

    /// <summary>Its type has no effect.</summary>
    public const string Ignored = "ignored";

    /// <summary>It can't have an effect: its payload lacks what it takes.</summary>
    public const string Failed = "failed";

    /// <summary>An attempt broke off, and there will be another.</summary>
    public const string Retry = "retry";

    /// <summary>All attempts broke off.</summary>
    public const string Dead = "dead";

    public static IReadOnlyList<string> All { get; } = [Pending, Processing, Completed, Ignored, Failed, Retry, Dead];
}
