using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>The path of a request: <c>{name}</c> is one percent-encoded segment, <c>{+name}</c> keeps its slashes (RFC 6570, level 2).</summary>
public sealed partial class PathTemplate
{
    private readonly ImmutableArray<Part> _parts;

    public PathTemplate(string text)
    {
        Text = text;
        var parts = ImmutableArray.CreateBuilder<Part>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > at) parts.Add(new(text[at..match.Index], PartKind.Literal));
            parts.Add(new(match.Groups[2].Value, match.Groups[1].Length == 0 ? PartKind.Segment : PartKind.Slashed));
            at = match.Index + match.Length;
        }
        if (at < text.Length) parts.Add(new(text[at..], PartKind.Literal));
        _parts = parts.ToImmutable();
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The parameters in it, in order.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.Kind != PartKind.Literal).Select(part => part.Text);

    /// <summary>
    /// Appends the path with every value encoded. False when a value is missing, a segment empty, or one of them <c>.</c> or
    /// <c>..</c>: a URL parser would resolve it, encoded or not, and the request would reach another path with the credential on it.
    /// </summary>
    /// <param name="refused">The parameter that stood in the way; null on success.</param>
    public bool TryFill(StringBuilder path, Func<string, string?> valueOf, out string? refused)
    {
        foreach (var part in _parts)
        {
            if (part.Kind == PartKind.Literal)
            {
                path.Append(part.Text);
                continue;
            }
            refused = part.Text;
            if (valueOf(part.Text) is not { } value) return false;
            if (part.Kind == PartKind.Segment)
            {
                if (value.Length == 0 || IsDots(value)) return false;
                path.Append(Uri.EscapeDataString(value));
                continue;
            }
            var segments = value.Split('/');
            if (segments.Any(IsDots)) return false;
            path.AppendJoin('/', segments.Select(Uri.EscapeDataString));
        }
        refused = null;
        return true;
    }

    public override string ToString() => Text;

    private static bool IsDots(string segment) => segment is "." or "..";

    [GeneratedRegex(@"\{(\+?)([A-Za-z_][A-Za-z0-9_.-]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    private enum PartKind
    {
        Literal,
        Segment,
        Slashed,
    }

    private readonly record struct Part(string Text, PartKind Kind);
}
