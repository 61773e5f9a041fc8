namespace ModuleX.Domain.ToolSessions;

/// <summary>An OAuth authorization that was begun and whose callback has not come (RFC 6749, section 4.1).</summary>
/// <param name="NonceHash">The SHA-256 of the nonce inside the state, in hex: who reads the database can't make a state.</param>
/// <param name="Scheme">The id of the manifest's auth scheme.</param>
/// <param name="Verifier">The PKCE code verifier (RFC 7636).</param>
/// <param name="RedirectUri">What was sent to the service; the exchange must repeat it.</param>
/// <param name="Fields">The connection fields that the person gave; null where the tool asks for none.</param>
public sealed record PendingAuthorization(
    string NonceHash, string Scheme, SealedSecret Verifier, string RedirectUri, SealedSecret? Fields, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a person has to authorize.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
}
