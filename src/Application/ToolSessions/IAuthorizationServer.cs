using System.Collections.Immutable;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// The endpoints of a tool's authorization server. Upstream: it does not answer, or not as RFC 6749 says.
/// Invalid with <see cref="AuthorizationErrors.GrantRefusedCode"/>: it refused the code, the refresh token or the client for good.
/// </summary>
public interface IAuthorizationServer
{
    /// <summary>RFC 6749, section 4.1.3.</summary>
    /// <param name="verifier">Of PKCE (RFC 7636); empty for a flow without it.</param>
    Task<Result<TokenGrant>> ExchangeCodeAsync(
        AuthorizationTarget target, string code, string verifier, string redirectUri, CancellationToken cancellationToken);

    /// <summary>RFC 6749, section 6. A grant without a refresh token means that the old one stays good.</summary>
    /// <param name="permit">Asked right before the token is sent; its error is the outcome.</param>
    Task<Result<TokenGrant>> RefreshAsync(AuthorizationTarget target, string refreshToken, SendPermit permit, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a token with what a person typed in (<see cref="AuthScheme.IsExchanged"/>): client credentials (RFC 6749, section 4.4), a signed assertion
    /// (RFC 7523), or the manifest's own exchange.
    /// </summary>
    Task<Result<TokenGrant>> RequestTokenAsync(AuthorizationTarget target, CancellationToken cancellationToken);

    /// <summary>Asks once for the fields that <see cref="AuthScheme.AfterConnect"/> names. Upstream: the answer lacks one.</summary>
    /// <param name="target">With the new token among its values.</param>
    Task<Result<CredentialValues>> LookUpAsync(AuthorizationTarget target, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the tokens among the target's values, by RFC 7009 or as the manifest says; tokens that are dead
    /// already are ended. Best effort: a failure is an error value, and the caller may go on.
    /// </summary>
    Task<Result<Done>> RevokeAsync(AuthorizationTarget target, CancellationToken cancellationToken);

    /// <summary>Asks a tool's own address for the credential of a person (<see cref="AuthKind.Manual"/>): <c>GET auth_url?user_id=...</c>.</summary>
    Task<Result<TokenGrant>> RequestManualAsync(AuthorizationTarget target, string userId, CancellationToken cancellationToken);
}

/// <summary>Which server is spoken to, and as whom.</summary>
/// <param name="Client">Null for a manual tool, and for a revocation that needs none.</param>
/// <param name="Fields">Connection fields that fill the templates of the addresses; for a revocation the whole credential.</param>
public sealed record AuthorizationTarget(ToolDefinition Tool, AuthScheme Scheme, OAuthClient? Client, CredentialValues Fields)
{
    /// <summary>For a scheme whose values a person typed in: they say as which client, where one is asked for.</summary>
    public static AuthorizationTarget OfTyped(ToolDefinition tool, AuthScheme scheme, CredentialValues values) => new(
        tool, scheme, values.Find(CredentialValues.ClientId) is { } id ? new OAuthClient(id, values.Find(CredentialValues.ClientSecret)) : null, values);
}

/// <summary>ModuleX as a client of an authorization server.</summary>
/// <param name="Secret">Null for a public client.</param>
public sealed record OAuthClient(string Id, string? Secret)
{
    public override string ToString() => $"{Id} ***";
}

/// <summary>What a token endpoint handed out.</summary>
/// <param name="Values">access_token, refresh_token and whatever else the manifest maps.</param>
/// <param name="Scopes">Empty where the answer names none.</param>
/// <param name="ExpiresIn">Null where the answer does not say.</param>
public sealed record TokenGrant(CredentialValues Values, ImmutableArray<string> Scopes, TimeSpan? ExpiresIn)
{
    /// <summary>No endpoint was asked: the credential is what the person typed in.</summary>
    public static TokenGrant Nothing { get; } = new(CredentialValues.Empty, [], null);
}
