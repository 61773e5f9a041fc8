using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using Microsoft.Extensions.Options;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Begins OAuth authorizations: makes state and, unless the manifest says otherwise, PKCE verifier, has the session remember them, and builds the URL for
/// the person.
/// </summary>
internal sealed class AuthorizationRequest(
    IToolSessions sessions, IOAuthClients clients, IStateProtector states, CredentialSealer sealer, IOptions<ConnectionOptions> options, TimeProvider time)
{
    private const int RandomBytes = 32;

    /// <param name="fields">The connection fields that the person gave; they fill the addresses of a self-hosted tool.</param>
    /// <param name="optionalScopes">Which of the scheme's optional scopes are asked for.</param>
    /// <param name="link">The connect link that begins it; null where none does.</param>
    public async Task<Result<AuthorizationStarted>> BeginAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues fields, ImmutableArray<string> optionalScopes,
        CancellationToken cancellationToken, LinkedAuthorization? link = null)
    {
        if (await clients.FindAsync(id, cancellationToken) is not { } client)
            return AuthorizationErrors.ClientMissing(tool, options.Value.CallbackOf(tool.Name));
        if (scheme.OAuth!.AuthorizeUrl!.Fill(fields) is not { } authorizeUrl) return AuthorizationErrors.NeedsCredentials(tool);

        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        // Empty for a flow without PKCE. It stays so when the manifest changes before the callback: no challenge was sent.
        var verifier = scheme.OAuth.UsesPkce ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)) : "";
        var redirectUri = options.Value.CallbackOf(tool.Name);
        var pending = new PendingAuthorization(
            HashOf(nonce),
            scheme.Id,
            await sealer.SealAsync(id, ToolSessionSecret.Verifier, new([new("verifier", verifier)]), cancellationToken),
            redirectUri,
            fields.Count == 0 ? null : await sealer.SealAsync(id, ToolSessionSecret.Fields, fields, cancellationToken),
            time.GetUtcNow() + PendingAuthorization.Lifetime);
        if ((await sessions.BeginAuthorizationAsync(id, pending, cancellationToken)).Failed(out var error, out _)) return error;

        var state = states.Protect(new AuthorizationState(id, nonce, link?.Token));
        var parameters = new RequestParameters(scheme.OAuth, fields, client.Id)
            .Add("response_type", "code")
            .Add("client_id", client.Id)
            .Add("redirect_uri", redirectUri);
        var scopes = ScopesOf(scheme.OAuth, link) ?? scheme.OAuth.Scopes.AddRange(optionalScopes);
        if (!scopes.IsEmpty) parameters.Add(scheme.OAuth.ScopeParameter, string.Join(scheme.OAuth.ScopeSeparator, scopes));
        parameters.Add("state", state);
        if (verifier.Length > 0)
        {
            parameters.Add("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))))
                .Add("code_challenge_method", "S256");
        }
        return new AuthorizationStarted(UrlOf(authorizeUrl, parameters.With(scheme.OAuth.AuthorizeParameters)), state);
    }

    /// <summary>What the session stores of a nonce.</summary>
    public static string HashOf(string nonce) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(nonce)));

    /// <summary>A link can ask for fewer or more of the manifest's scopes. One that offers several tools names scopes of each. Null for none.</summary>
    private static ImmutableArray<string>? ScopesOf(OAuthEndpoints oauth, LinkedAuthorization? link) =>
        link is { Scopes: { IsEmpty: false } chosen }
            && oauth.Scopes.AddRange(oauth.OptionalScopes).Where(chosen.Contains).ToImmutableArray() is { IsEmpty: false } named ? named : null;

    private static string UrlOf(Uri authorizeUrl, RequestParameters parameters) =>
        authorizeUrl.AbsoluteUri + (authorizeUrl.Query.Length == 0 ? '?' : '&')
        + string.Join('&', parameters.Pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
}

/// <summary>The connect link that begins an authorization.</summary>
/// <param name="Token">It goes into the state, so that the callback knows the link.</param>
/// <param name="Scopes">Those that it asks for; empty for the manifest's.</param>
public sealed record LinkedAuthorization(string Token, ImmutableArray<string> Scopes)
{
    public override string ToString() => "***";
}

/// <summary>An authorization that waits for the person.</summary>
/// <param name="Url">Where the person goes. It carries the state: not for logs.</param>
public sealed record AuthorizationStarted(string Url, string State)
{
    public override string ToString() => "***";
}
