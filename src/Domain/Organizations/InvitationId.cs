namespace ModuleX.Domain.Organizations;

/// <summary>Identifies an invitation: a version 7 UUID (RFC 9562). It is not the link's token.</summary>
public readonly record struct InvitationId(Guid Value) : IComparable<InvitationId>
{
    /// <summary>For the pages of lists; in a query the database's own order counts.</summary>
    public int CompareTo(InvitationId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
