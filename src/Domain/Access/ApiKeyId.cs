namespace ModuleX.Domain.Access;

/// <summary>Identifies a service API key: a version 7 UUID (RFC 9562). It is not the key.</summary>
public readonly record struct ApiKeyId(Guid Value) : IComparable<ApiKeyId>
{
    /// <summary>For the pages of lists; in a query the database's own order counts.</summary>
    public int CompareTo(ApiKeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
