namespace ModuleX.Domain.Tenancy;

/// <summary>Identifies a tenant: a version 7 UUID (RFC 9562).</summary>
public readonly record struct TenantId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
