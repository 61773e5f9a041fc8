using System.Text.Json;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Where the authorization server's endpoints are.</summary>
public sealed record OAuthAddresses(
    string Issuer, string Authorize, string Token, string Revocation, string Introspection, string Registration, string Admin);

/// <summary>ModuleX as the authorization server knows it.</summary>
public sealed record RegisteredClient(string ClientId, string ClientSecret);

/// <summary>What introspection says of a token.</summary>
public sealed record TokenState(bool Active, string? Scope);

/// <summary>How the token endpoint behaves.</summary>
public enum TokenEndpoint
{
    Up,

    /// <summary>It answers 503.</summary>
    Unavailable,

    /// <summary>It closes the connection without an answer.</summary>
    Closed,
}

/// <summary>What the authorization server was asked since it was reset.</summary>
/// <param name="Requests">How many, by method and path, whatever became of them.</param>
/// <param name="Grants">The token requests that the library saw, oldest first.</param>
public sealed record OAuthJournal(IReadOnlyDictionary<string, int> Requests, IReadOnlyList<TokenExchange> Grants)
{
    public int TokenRequests => Requests.GetValueOrDefault("POST /token");

    public int Revocations => Requests.GetValueOrDefault("POST /token/revocation");

    /// <summary>The last token that was handed out.</summary>
    public IssuedTokens LastIssued => Grants.Last(grant => grant.Issued is not null).Issued!;

    public IReadOnlyList<TokenExchange> Of(string grantType) => [.. Grants.Where(grant => grant.GrantType == grantType)];
}

/// <summary>One token request.</summary>
/// <param name="Error">Why it was refused; null when it was not.</param>
public sealed record TokenExchange(string GrantType, string? Error, SentToToken Sent, IssuedTokens? Issued);

public sealed record SentToToken(string? Code, string? CodeVerifier, string? RefreshToken);

public sealed record IssuedTokens(string AccessToken, string? RefreshToken);

/// <summary>JSON as OAuth writes it: names with underscores.</summary>
internal static class OAuthJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
