namespace ModuleX.Domain.Identity;

/// <summary>Identifies a user: a version 7 UUID (RFC 9562).</summary>
public readonly record struct UserId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
