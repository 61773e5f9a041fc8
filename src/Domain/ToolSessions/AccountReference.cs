using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.ToolSessions;

/// <summary>The own account of a tool that a request is about: by its name, or the one that is meant where it names none.</summary>
/// <param name="Account">Null for none.</param>
public readonly record struct AccountReference(ToolUser User, string Tool, string? Account)
{
    public TenantId Tenant => User.Tenant;

    public OwnerId Owner => User.Owner;

    /// <summary>The account of a session, whatever other accounts there are.</summary>
    public static implicit operator AccountReference(ToolSessionId session) => new(ToolUser.Of(session.Tenant, session.Owner), session.Tool, session.Account);

    /// <summary>The session that would be meant if there were no other accounts.</summary>
    public ToolSessionId Usual => User.SessionFor(Tool, Account);

    public override string ToString() => Usual.ToString();
}
