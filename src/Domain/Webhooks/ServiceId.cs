namespace ModuleX.Domain.Webhooks;

/// <summary>Identifies a service of a tenant: a version 7 UUID (RFC 9562).</summary>
public readonly record struct ServiceId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
