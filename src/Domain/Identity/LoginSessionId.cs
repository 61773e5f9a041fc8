namespace ModuleX.Domain.Identity;

/// <summary>Identifies a login session, the <c>sid</c> of its access tokens: a version 7 UUID (RFC 9562).</summary>
public readonly record struct LoginSessionId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
