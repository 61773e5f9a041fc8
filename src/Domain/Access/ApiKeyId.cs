using System.Diagnostics.CodeAnalysis;

namespace ModuleX.Domain.Access;

/// <summary>Identifies a service API key: a version 7 UUID (RFC 9562). It is not the key.</summary>
[SuppressMessage("Design", "MA0094", Justification = "Ids have no order that means anything, so they are not compared with < and >.")]
public readonly record struct ApiKeyId(Guid Value)
{
    /// <summary>Its place among keys of the same moment, for the pages of lists. In a query the database's own order counts.</summary>
    public int CompareTo(ApiKeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
