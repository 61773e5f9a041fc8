using System.Collections.Immutable;

namespace ModuleX.Domain.Results;

/// <summary>
/// Why something was not done. The kind decides the HTTP status, the code is stable for programs,
/// the message is for people and holds no secret.
/// </summary>
/// <param name="Code">snake_case, never changed once published.</param>
/// <param name="Message">One sentence, shown to callers as it is.</param>
public sealed record Error(ErrorKind Kind, string Code, string Message)
{
    /// <summary>Every problem of an invalid input, in the order of the input; empty for other errors.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Facts that help the caller on, by snake_case name: <c>upstream_status</c>, <c>connect_url</c> and the like. No secrets.</summary>
    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How long to wait before the same request may succeed; null where unknown.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same error with one more fact.</summary>
    public Error With(string name, string value) => this with { Details = Details.SetItem(name, value) };
}
