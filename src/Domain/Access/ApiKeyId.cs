namespace ModuleX.Domain.Access;

/// <summary>Identifies a service API key: a version 7 UUID (RFC 9562). It is not the key.</summary>
public readonly record struct ApiKeyId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
