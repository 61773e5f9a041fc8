namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>Identifies an endpoint of an organization that is sent events: a version 7 UUID (RFC 9562).</summary>
public readonly record struct OutgoingWebhookId(Guid Value) : IComparable<OutgoingWebhookId>
{
    /// <summary>For the pages of lists; in a query the database's own order counts.</summary>
    public int CompareTo(OutgoingWebhookId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
