using System.Collections.Immutable;
using System.Text.Json;

namespace ModuleX.Domain.Catalog;

/// <summary>Recognizes one kind of failure in a service's answer. Every condition that is set must hold.</summary>
public sealed record ErrorRule
{
    public required UpstreamFailureKind Kind { get; init; }

    /// <summary>The HTTP statuses that it is about; empty for any.</summary>
    public ImmutableArray<int> Statuses { get; init; } = [];

    /// <summary>Where the answer is looked at; null where it is not.</summary>
    public JsonPath? Path { get; init; }

    /// <summary>What the value at <see cref="Path"/> may be; empty for anything that is there.</summary>
    public ImmutableArray<JsonElement> AllowedValues { get; init; } = [];

    /// <summary>Text that the value at <see cref="Path"/> contains, in any case; null for any.</summary>
    public string? Contains { get; init; }

    /// <summary>A response header that is there; null where none is looked at.</summary>
    public string? Header { get; init; }

    /// <summary>The value of <see cref="Header"/>; null for any.</summary>
    public string? HeaderValue { get; init; }

    /// <summary>
    /// Holds when none of the scopes that the answer names as needed is among those that it names as held; null where scopes are not compared.
    /// </summary>
    public ScopeHeaders? ScopesMissing { get; init; }

    /// <summary>Where the answer says what happened; null where it doesn't.</summary>
    public JsonPath? Message { get; init; }

    /// <summary>Where the answer names missing scopes; null where it doesn't.</summary>
    public JsonPath? Scopes { get; init; }

    /// <summary>The response header that names missing scopes; null where none does.</summary>
    public string? ScopesHeader { get; init; }

    /// <summary>A response header with seconds to wait or a Unix time to wait for; null for <c>Retry-After</c>.</summary>
    public string? RetryAfterHeader { get; init; }
}

/// <summary>The response headers with which a service tells scopes.</summary>
/// <param name="Needed">One of these would do.</param>
/// <param name="Held">What the token has.</param>
public sealed record ScopeHeaders(string Needed, string Held);

/// <summary>What a service's failure means to the caller.</summary>
public enum UpstreamFailureKind
{
    /// <summary>None of the others.</summary>
    Failed,
    InvalidCredentials,
    MissingScope,
    RateLimited,
    NotFound,
    InvalidRequest,
    Forbidden,
    Unavailable,
}
