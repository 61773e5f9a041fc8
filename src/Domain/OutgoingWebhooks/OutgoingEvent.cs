using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>
/// An event for an organization's endpoints, in the outbox. Written in the transaction of what happened; later a delivery is made for each
/// endpoint that wants it.
/// </summary>
public sealed class OutgoingEvent
{
    private OutgoingEvent(Guid id, TenantId tenantId, OrganizationId organizationId, string type, string data, DateTimeOffset occurredAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Type = type;
        Data = data;
        OccurredAt = occurredAt;
    }

    /// <summary>A version 7 UUID; the <c>webhook-id</c> that receivers know it by, the same in every attempt and for every endpoint.</summary>
    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Of <see cref="OutgoingEventTypes"/>.</summary>
    public string Type { get; private set; }

    /// <summary>A JSON object, without secrets.</summary>
    public string Data { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>Not yet handed out to the endpoints.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Who handed it out; null until then.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>For all endpoints that want it.</summary>
    public static OutgoingEvent Of(TenantId tenant, OrganizationId organization, string type, string data, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), tenant, organization, type, data, now) { IsWaiting = true };

    /// <summary>For the one endpoint to which a delivery is made at the same time.</summary>
    public static OutgoingEvent For(OutgoingWebhook webhook, string type, string data, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), webhook.TenantId, webhook.OrganizationId, type, data, now);
}
