namespace ModuleX.Domain.Organizations;

/// <summary>Identifies an organization: a version 7 UUID (RFC 9562).</summary>
public readonly record struct OrganizationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
