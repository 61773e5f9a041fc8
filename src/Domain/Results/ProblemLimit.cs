using System.Collections.Immutable;

namespace ModuleX.Domain.Results;

/// <summary>The names of the limits beside a <see cref="ProblemRule"/>, in pydantic's words.</summary>
public static class ProblemLimit
{
    /// <summary>A whole number: characters of a text, items of a list.</summary>
    public const string MinLength = "min_length";

    /// <summary>A whole number: characters of a text, items of a list.</summary>
    public const string MaxLength = "max_length";

    /// <summary>A number or a time.</summary>
    public const string GreaterThan = "gt";

    /// <summary>A number or a time.</summary>
    public const string GreaterThanEqual = "ge";

    /// <summary>A number or a time.</summary>
    public const string LessThan = "lt";

    /// <summary>A number or a time.</summary>
    public const string LessThanEqual = "le";

    /// <summary>A regular expression.</summary>
    public const string Pattern = "pattern";

    /// <summary>The words that are right, as a text: <c>'user', 'admin' or 'owner'</c>.</summary>
    public const string Expected = "expected";

    /// <summary>No limits.</summary>
    public static ImmutableSortedDictionary<string, object> None { get; } = ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    /// <summary>One limit.</summary>
    public static ImmutableSortedDictionary<string, object> Of(string name, object value) => None.Add(name, value);

    /// <summary>The words that are right.</summary>
    public static ImmutableSortedDictionary<string, object> OfWords(IReadOnlyList<string> words)
    {
        var quoted = words.Select(word => $"'{word}'").ToList();
        return Of(Expected, quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}");
    }
}
