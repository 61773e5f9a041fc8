namespace ModuleX.Domain.ConnectLinks;

/// <summary>Identifies a connect link: a version 7 UUID (RFC 9562). It is not the link's token.</summary>
public readonly record struct ConnectLinkId(Guid Value) : IComparable<ConnectLinkId>
{
    /// <summary>For the pages of lists; in a query the database's own order counts.</summary>
    public int CompareTo(ConnectLinkId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
