using System.Collections.Immutable;

namespace ModuleX.Domain.Catalog;

/// <summary>
/// A request that a manifest describes besides its actions: it logs in, looks something up after connecting, or ends tokens. Fields of the credential,
/// <c>{client_id}</c> and <c>{basic}</c> may stand in it.
/// </summary>
public sealed record ServiceRequest
{
    public required string Method { get; init; }

    /// <summary>The whole address; null where <see cref="Path"/> is set.</summary>
    public UrlTemplate? Url { get; init; }

    /// <summary>Behind the server's address, with the server's headers; null where <see cref="Url"/> is set.</summary>
    public PathTemplate? Path { get; init; }

    public RequestAuthority Authority { get; init; }

    /// <summary>False where the body is a form.</summary>
    public bool SendsJson { get; init; } = true;

    public ImmutableArray<KeyValuePair<string, TextTemplate>> Headers { get; init; } = [];

    /// <summary>By name, or in JSON by JSON pointer (RFC 6901) where it starts with a slash. Empty for no body.</summary>
    public ImmutableArray<KeyValuePair<string, TextTemplate>> Body { get; init; } = [];
}

/// <summary>What a <see cref="ServiceRequest"/> is authorized by.</summary>
public enum RequestAuthority
{
    /// <summary>By what the manifest puts into its headers and its body.</summary>
    None,

    /// <summary>By the client's id and secret, as Basic.</summary>
    Client,

    /// <summary>By the credential, as the requests of actions are.</summary>
    Token,
}

/// <summary>One request after connecting, whose answer gives fields that addresses and headers need.</summary>
/// <param name="Values">Where the answer has each field. One that is missing fails the connection.</param>
public sealed record AfterConnect(ServiceRequest Request, ImmutableSortedDictionary<string, JsonPath> Values);

/// <summary>A JSON Web Token that a key of the person signs (RFC 7523). <c>iat</c>, <c>exp</c> and <c>jti</c> are added.</summary>
/// <param name="Algorithm">RS256 or ES256.</param>
/// <param name="Key">The field that holds the private key.</param>
/// <param name="KeyId">The <c>kid</c> of its header; null for none.</param>
/// <param name="Claims">With <c>{scope}</c> and <c>{token_url}</c> besides the fields; one that lacks a value is left out.</param>
public sealed record SignedAssertion(
    string Algorithm, string Key, TextTemplate? KeyId, ImmutableArray<KeyValuePair<string, TextTemplate>> Claims, TimeSpan Lifetime);
