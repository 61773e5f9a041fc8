using System.Collections.Immutable;

namespace ModuleX.Domain.Results;

/// <summary>One thing that is wrong with an input.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the input; empty for the input as a whole.</param>
/// <param name="Message">What is wrong and what would be right, without the value itself: it may be a secret.</param>
public sealed record Problem(string Pointer, string Message)
{
    private static readonly ImmutableArray<string> SecretWords = ["password", "secret", "token", "credential", "key"];

    /// <summary>The part of the request that <see cref="Pointer"/> points into.</summary>
    public ProblemSource Source { get; init; }

    /// <summary>The rule that is broken, a word of <see cref="ProblemRule"/>; null where it does not matter.</summary>
    public string? Rule { get; init; }

    /// <summary>What the rule allows, by the names of <see cref="ProblemLimit"/>: texts, numbers, times.</summary>
    public ImmutableSortedDictionary<string, object> Limits { get; init; } = ProblemLimit.None;

    /// <summary>
    /// The refused value as it was given, for surfaces that send it back; null where it is not known. It stays null, whatever is set, where a name in
    /// <see cref="Pointer"/> says that it may be a secret: an error must not carry a mistyped password into logs and support tickets.
    /// </summary>
    public object? Input
    {
        get;
        init => field = SecretWords.Any(word => Pointer.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : value;
    }

    /// <summary>A pointer to a member of the input itself.</summary>
    /// <param name="names">From the outermost to the innermost; whatever characters they have.</param>
    public static string PointerTo(params IEnumerable<string> names) =>
        string.Concat(names.Select(name => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));

    public override string ToString() => $"{(Pointer.Length == 0 ? "(root)" : Pointer)}: {Message}";
}
