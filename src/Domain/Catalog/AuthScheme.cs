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
    None,
}

/// <summary>One way to connect a tool.</summary>
public sealed record AuthScheme
{
    /// <summary>Unique in the tool: the wire name of the kind, with a number behind it from the second of a kind on.</summary>
    public required string Id { get; init; }

    public required AuthKind Kind { get; init; }

    /// <summary>What a person or a caller hands in; empty for OAuth 2.0.</summary>
    public ImmutableArray<CredentialField> Fields { get; init; } = [];

    /// <summary>How the credential is put on a request; empty for <see cref="AuthKind.None"/>.</summary>
    public ImmutableArray<CredentialPlacement> Placements { get; init; } = [];

    /// <summary>Endpoints and rules of OAuth 2.0; set for <see cref="AuthKind.OAuth2"/> and <see cref="AuthKind.ClientCredentials"/>.</summary>
    public OAuthEndpoints? OAuth { get; init; }

    /// <summary>The tool's own address that hands out a credential (<see cref="AuthKind.Manual"/>); null where the settings give none.</summary>
    public UrlTemplate? AuthUrl { get; init; }

    /// <summary>Where a token answer says what, by the credential's field name; RFC 6749's names where it is silent.</summary>
    public ImmutableSortedDictionary<string, JsonPath> TokenResponse { get; init; } = ImmutableSortedDictionary<string, JsonPath>.Empty;

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
        _ => "none",
    };
}

/// <summary>The addresses and habits of an authorization server (RFC 6749).</summary>
public sealed record OAuthEndpoints
{
    /// <summary>Null for client credentials.</summary>
    public UrlTemplate? AuthorizeUrl { get; init; }

    public required UrlTemplate TokenUrl { get; init; }

    /// <summary>Where it is not the token URL.</summary>
    public UrlTemplate? RefreshUrl { get; init; }

    /// <summary>RFC 7009; null where the service has none.</summary>
    public UrlTemplate? RevokeUrl { get; init; }

    /// <summary>The request that ends the tokens where the service does not speak RFC 7009; null where it does, or has none.</summary>
    public RevocationRequest? Revoke { get; init; }

    /// <summary>True where the manifest says how tokens are ended.</summary>
    public bool CanRevoke => RevokeUrl is not null || Revoke is not null;

    /// <summary>
    /// What <c>iss</c> of the callback must be, where the service sends one (RFC 9207); null where its host must be that of the authorization address.
    /// </summary>
    public IssuerPattern? Issuer { get; init; }

    /// <summary>False where the service takes a client that uses PKCE (RFC 7636) for a public one and refuses its secret.</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>Answers of the token endpoint that are final besides those of RFC 6749: asking again will not help.</summary>
    public ImmutableArray<ErrorRule> TokenRefusals { get; init; } = [];

    /// <summary>The page of the service on which an operator registers this server as a client; null where none is known.</summary>
    public string? RegisterUrl { get; init; }

    public ImmutableArray<string> Scopes { get; init; } = [];

    public string ScopeParameter { get; init; } = "scope";

    public char ScopeSeparator { get; init; } = ' ';

    public ImmutableArray<KeyValuePair<string, string>> AuthorizeParameters { get; init; } = [];

    public ClientAuthentication ClientAuthentication { get; init; } = ClientAuthentication.Post;

    /// <summary>True where the token endpoint wants JSON instead of a form.</summary>
    public bool SendsJson { get; init; }

    /// <summary>How long before its end a token counts as used up.</summary>
    public TimeSpan ExpiryLeeway { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>A service's own way to end the tokens of a connection.</summary>
/// <param name="Path">Behind the server's address. <c>{client_id}</c> and fields of the credential may stand in it and in the body.</param>
/// <param name="UsesToken">True where the request carries the token as actions do; else the client's id and secret go along as Basic.</param>
/// <param name="SendsJson">False where the body is a form.</param>
/// <param name="Body">Empty for none.</param>
public sealed record RevocationRequest(
    string Method, PathTemplate Path, bool UsesToken, bool SendsJson, ImmutableArray<KeyValuePair<string, TextTemplate>> Body);

/// <summary>How a client authenticates at the token endpoint (RFC 6749, section 2.3.1).</summary>
public enum ClientAuthentication
{
    Post,
    Basic,
    None,
}

/// <summary>One value of a credential or a connection.</summary>
/// <param name="Aliases">Other names under which callers send it.</param>
/// <param name="IsUrl">It must be an http or https URL.</param>
/// <param name="Pattern">A regular expression that the whole value matches; null for any.</param>
/// <param name="Default">Taken when nothing is sent; null for none.</param>
public sealed record CredentialField(
    string Name, ImmutableArray<string> Aliases, string Title, string? Description, bool IsUrl, string? Pattern, bool IsSecret, bool IsRequired,
    string? Default);

/// <summary>Puts one value of the credential on a request.</summary>
/// <param name="Name">The header's or query parameter's name.</param>
/// <param name="Template">The text with <c>{field}</c> for fields of the credential; <c>{basic}</c> is base64 of <c>username:password</c> (RFC 7617).</param>
public sealed record CredentialPlacement(PlacementTarget Target, string Name, TextTemplate Template);

/// <summary>Where a credential goes.</summary>
public enum PlacementTarget
{
    Header,
    Query,
}
