namespace ModuleX.Domain.OutgoingWebhooks;

/// <summary>Identifies an endpoint of an organization that is sent events: a version 7 UUID (RFC 9562).</summary>
public readonly record struct OutgoingWebhookId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
