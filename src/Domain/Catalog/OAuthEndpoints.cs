using System.Collections.Immutable;

namespace ModuleX.Domain.Catalog;

/// <summary>The addresses and habits of an authorization server (RFC 6749).</summary>
public sealed record OAuthEndpoints
{
    /// <summary>Null where no person authorizes.</summary>
    public UrlTemplate? AuthorizeUrl { get; init; }

    public required UrlTemplate TokenUrl { get; init; }

    /// <summary>Where it is not the token URL.</summary>
    public UrlTemplate? RefreshUrl { get; init; }

    /// <summary>RFC 7009; null where the service has none.</summary>
    public UrlTemplate? RevokeUrl { get; init; }

    /// <summary>
    /// What <c>iss</c> of the callback must be, where the service sends one (RFC 9207); null where its host must be that of the authorization address.
    /// </summary>
    public IssuerPattern? Issuer { get; init; }

    /// <summary>False where the service takes a client that uses PKCE (RFC 7636) for a public one and refuses its secret.</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>The page of the service on which an operator registers this server as a client; null where none is known.</summary>
    public string? RegisterUrl { get; init; }

    /// <summary>Always asked for.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Asked for only when a caller wants them.</summary>
    public ImmutableArray<string> OptionalScopes { get; init; } = [];

    public string ScopeParameter { get; init; } = "scope";

    public char ScopeSeparator { get; init; } = ' ';

    /// <summary>Sent besides RFC 6749's; one that lacks a value is left out, and one of the same name takes its place.</summary>
    public ImmutableArray<KeyValuePair<string, TextTemplate>> AuthorizeParameters { get; init; } = [];

    /// <summary>The same for the requests that ask for a first token.</summary>
    public ImmutableArray<KeyValuePair<string, TextTemplate>> TokenParameters { get; init; } = [];

    /// <summary>The same for refreshes.</summary>
    public ImmutableArray<KeyValuePair<string, TextTemplate>> RefreshParameters { get; init; } = [];

    /// <summary>Sent with every request to the token endpoint.</summary>
    public ImmutableArray<KeyValuePair<string, TextTemplate>> TokenHeaders { get; init; } = [];

    /// <summary>What the service calls parameters of RFC 6749; null for one that it must not be sent.</summary>
    public ImmutableSortedDictionary<string, string?> ParameterNames { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>Parameters of the callback by the field that keeps them; <c>code</c> says which one is the authorization code.</summary>
    public ImmutableSortedDictionary<string, string> Callback { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ClientAuthentication ClientAuthentication { get; init; } = ClientAuthentication.Post;

    /// <summary>True where the token endpoint wants JSON instead of a form.</summary>
    public bool SendsJson { get; init; }
}

/// <summary>How a client authenticates at the token endpoint (RFC 6749, section 2.3.1).</summary>
public enum ClientAuthentication
{
    Post,
    Basic,
    None,
}
