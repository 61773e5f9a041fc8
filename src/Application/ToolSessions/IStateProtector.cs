using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Makes the OAuth <c>state</c> that is handed out, and reads it back (RFC 6749, section 10.12).</summary>
public interface IStateProtector
{
    /// <summary>URL-safe text that only this system can make and read.</summary>
    string Protect(AuthorizationState state);

    /// <summary>Null when the text was not made here, or was changed.</summary>
    AuthorizationState? Unprotect(string text);
}

/// <summary>What a state carries.</summary>
/// <param name="Nonce">256 random bits, base64url; the session stores its hash only.</param>
/// <param name="Link">The token of the connect link that began it; null where none did.</param>
public sealed record AuthorizationState(ToolSessionId Session, string Nonce, string? Link = null)
{
    public override string ToString() => $"{Session} ***";
}
