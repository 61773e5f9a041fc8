namespace ModuleX.Domain.ConnectLinks;

/// <summary>Identifies a connect link: a version 7 UUID (RFC 9562). It is not the link's token.</summary>
public readonly record struct ConnectLinkId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
