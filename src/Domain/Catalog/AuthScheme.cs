using System.Collections.Immutable;

namespace ModuleX.Domain.Catalog;

/// <summary>The kinds of authentication that a manifest can name.</summary>
public enum AuthKind
{
    OAuth2,
    ClientCredentials,
    ApiKey,
    Basic,
    Bearer,
    Manual,

    /// <summary>A signed assertion is exchanged for a token (RFC 7523).</summary>
    JwtBearer,

    /// <summary>What a person typed in is exchanged for a token, by a request of the service's own.</summary>
    Exchange,
    None,
}

/// <summary>One way to connect a tool.</summary>
public sealed record AuthScheme
{
    private readonly TimeSpan? _expiryLeeway;

    /// <summary>Unique in the tool: the wire name of the kind, with a number behind it from the second of a kind on.</summary>
    public required string Id { get; init; }

    public required AuthKind Kind { get; init; }

    /// <summary>What callers choose it by, where a tool has several; the id where the manifest gives no name.</summary>
    public string Name { get => field ?? Id; init; }

    /// <summary>What a person or a caller hands in; empty for OAuth 2.0.</summary>
    public ImmutableArray<CredentialField> Fields { get; init; } = [];

    /// <summary>How the credential is put on a request; empty for <see cref="AuthKind.None"/>.</summary>
    public ImmutableArray<CredentialPlacement> Placements { get; init; } = [];

    /// <summary>Endpoints and habits of an authorization server; set for the kinds that speak OAuth 2.0 to one.</summary>
    public OAuthEndpoints? OAuth { get; init; }

    /// <summary>The request that gives a token; set for <see cref="AuthKind.Exchange"/>.</summary>
    public ServiceRequest? Exchange { get; init; }

    /// <summary>What is signed for <see cref="AuthKind.JwtBearer"/>, or for the requests of an exchange that name <c>{assertion}</c>.</summary>
    public SignedAssertion? Assertion { get; init; }

    /// <summary>Asked once after connecting; null where the token answer says all.</summary>
    public AfterConnect? AfterConnect { get; init; }

    /// <summary>The request that ends the tokens where the service does not speak RFC 7009; null where it does, or has none.</summary>
    public ServiceRequest? Revoke { get; init; }

    /// <summary>The tool's own address that hands out a credential (<see cref="AuthKind.Manual"/>); null where the settings give none.</summary>
    public UrlTemplate? AuthUrl { get; init; }

    /// <summary>Where a token answer says what, by the credential's field name; RFC 6749's names where it is silent.</summary>
    public ImmutableSortedDictionary<string, JsonPath> TokenResponse { get; init; } = ImmutableSortedDictionary<string, JsonPath>.Empty;

    /// <summary>The same for the answer to a refresh; null where it is of one form with the first.</summary>
    public ImmutableSortedDictionary<string, JsonPath>? RefreshResponse { get; init; }

    /// <summary>
    /// What token answers mean, before RFC 6749's own codes: the first that matches decides. <see cref="UpstreamFailureKind.Unavailable"/> is passing;
    /// any other kind is final, so that asking again will not help.
    /// </summary>
    public ImmutableArray<ErrorRule> TokenRefusals { get; init; } = [];

    /// <summary>How long a token lives where the answer does not say; null for as long as the service takes it.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>How long before its end a token counts as used up.</summary>
    public TimeSpan ExpiryLeeway
    {
        get => _expiryLeeway ?? LeewayOf(Kind);
        init => _expiryLeeway = value;
    }

    /// <summary>True where the manifest says how tokens are ended.</summary>
    public bool CanRevoke => OAuth?.RevokeUrl is not null || Revoke is not null;

    /// <summary>True where what a person typed in gives the token, and gives another one when that has ended.</summary>
    public bool IsExchanged => Kind is AuthKind.ClientCredentials or AuthKind.JwtBearer or AuthKind.Exchange;

    /// <summary>Every address that the values of a connection fill, besides the tool's server.</summary>
    public IEnumerable<UrlTemplate> Addresses => new[]
    {
        OAuth?.AuthorizeUrl, OAuth?.TokenUrl, OAuth?.RefreshUrl, OAuth?.RevokeUrl, AuthUrl, Exchange?.Url, AfterConnect?.Request.Url, Revoke?.Url,
    }.OfType<UrlTemplate>();

    /// <summary>The leeway of a kind of which nothing is said: a minute where a token can be renewed.</summary>
    public static TimeSpan LeewayOf(AuthKind kind) =>
        kind is AuthKind.Manual or AuthKind.None or AuthKind.ApiKey or AuthKind.Basic or AuthKind.Bearer ? TimeSpan.Zero : TimeSpan.FromMinutes(1);

    /// <summary>The kind as documents and manifests write it: <c>oauth2</c>, <c>api_key</c>.</summary>
    public string WireName => NameOf(Kind);

    /// <summary>The kind as documents and manifests write it.</summary>
    public static string NameOf(AuthKind kind) => kind switch
    {
        AuthKind.OAuth2 => "oauth2",
        AuthKind.ClientCredentials => "client_credentials",
        AuthKind.ApiKey => "api_key",
        AuthKind.Basic => "basic",
        AuthKind.Bearer => "bearer",
        AuthKind.Manual => "manual",
        AuthKind.JwtBearer => "jwt_bearer",
        AuthKind.Exchange => "exchange",
        _ => "none",
    };
}
