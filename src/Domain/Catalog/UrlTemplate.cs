using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>
/// An absolute URL with <c>{name}</c> where a field of the connection belongs. A value can't leave the part of the
/// URL that it stands in: one that reached the host would choose who gets the client's secret and the person's token.
/// </summary>
public sealed partial record UrlTemplate
{
    private readonly ImmutableArray<Part> _parts;

    /// <summary>What the host of every filled URL ends with; empty where the last thing in the host is a field.</summary>
    private readonly string _hostEnd = "";

    public UrlTemplate(string text)
    {
        Text = text;
        var parts = ImmutableArray.CreateBuilder<Part>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > at) parts.Add(new(text[at..match.Index], UrlPlace.Literal));
            parts.Add(new(match.Groups[1].Value, PlaceAt(text, match.Index)));
            at = match.Index + match.Length;
            if (parts[^1].Place == UrlPlace.Host) _hostEnd = HostEndOf(text[at..]);
        }
        if (at < text.Length) parts.Add(new(text[at..], UrlPlace.Literal));
        _parts = parts.ToImmutable();
        Names = [.. _parts.Where(part => part.Place != UrlPlace.Literal).Select(part => part.Text).Distinct()];
        HostNames = [.. _parts.Where(part => part.Place is UrlPlace.Whole or UrlPlace.Host).Select(part => part.Text).Distinct()];
        Constant = Names.IsEmpty ? Parse(text) : null;
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The names between braces.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The names whose values decide which host it is.</summary>
    public ImmutableArray<string> HostNames { get; }

    /// <summary>True where a field decides the registered name of the host: nothing, or only a top-level domain, stands behind it.</summary>
    public bool HasOpenHost => !HostNames.IsEmpty && !_hostEnd.TrimStart('.').Contains('.', StringComparison.Ordinal);

    /// <summary>Patterns (<see cref="HostPattern"/>) one of which the host of every filled URL matches; empty for any host.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// The URL without a slash at its end, where nothing has to be filled in; null where something has, or it is no http or https URL without user info.
    /// </summary>
    public Uri? Constant { get; }

    /// <summary>
    /// The URL with every name filled in; null when a value is missing or does not fit (<see cref="ProblemOf(string, string)"/>), or the outcome is no http
    /// or https URL without user info.
    /// </summary>
    public Uri? Fill(IReadOnlyDictionary<string, string> values)
    {
        if (Constant is not null) return Constant;
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Place == UrlPlace.Literal) text.Append(part.Text);
            else if (values.TryGetValue(part.Text, out var value) && ProblemOf(part.Place, value) is null) text.Append(Written(part.Place, value));
            else return null;
        }
        return Parse(text.ToString()) is { } uri && IsOwnHost(uri.IdnHost) ? uri : null;
    }

    /// <summary>Why a value can't stand where the template has its name; null when it can, or the name is not in the template.</summary>
    public string? ProblemOf(string name, string value)
    {
        foreach (var part in _parts)
        {
            if (part.Place != UrlPlace.Literal && part.Text == name && ProblemOf(part.Place, value) is { } problem) return problem;
        }
        return null;
    }

    public bool Equals(UrlTemplate? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private bool IsOwnHost(string host) => host.EndsWith(_hostEnd, StringComparison.OrdinalIgnoreCase)
        && (AllowedHosts.IsEmpty || AllowedHosts.Any(pattern => HostPattern.Matches(pattern, host)));

    private static string? ProblemOf(UrlPlace place, string value) => place switch
    {
        UrlPlace.Whole when value.AsSpan().ContainsAny('?', '#', '\\') || Parse(value) is null =>
            "must be an http or https URL without a user name, a query or a fragment",
        UrlPlace.Host when !HostText().IsMatch(value) => "goes into a host name: it must be letters, digits, dots and hyphens",
        UrlPlace.Path when value.AsSpan().ContainsAny('?', '#', '\\') || value.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or "..") =>
            "goes into the path of a URL: it must be without ?, # and \\, and without the segments . and ..",
        _ => null,
    };

    private static string Written(UrlPlace place, string value) => place switch
    {
        UrlPlace.Query => Uri.EscapeDataString(value),
        UrlPlace.Host => value,
        _ => value.TrimEnd('/'),
    };

    /// <summary>Which part of the URL the character at this index is in.</summary>
    private static UrlPlace PlaceAt(string text, int index)
    {
        if (index == 0) return UrlPlace.Whole;
        var before = text[..index];
        if (before.Contains('?', StringComparison.Ordinal)) return UrlPlace.Query;
        // A URL that begins with a field has its host from there.
        var host = before.StartsWith('{') ? before.IndexOf('}', StringComparison.Ordinal) : before.IndexOf("://", StringComparison.Ordinal) + 2;
        return before.IndexOf('/', host + 1) >= 0 ? UrlPlace.Path : UrlPlace.Host;
    }

    /// <summary>What stands behind the last field of a host, up to the port, the path or the query.</summary>
    private static string HostEndOf(string rest) => rest.AsSpan().IndexOfAny("/?#:{") is >= 0 and var end ? rest[..end] : rest;

    // On Unix a bare path is an absolute file: URI, so the scheme is looked at. A slash at the end of a query belongs to its last value.
    private static Uri? Parse(string text) =>
        Uri.TryCreate(text.Contains('?', StringComparison.Ordinal) ? text : text.TrimEnd('/'), UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", UserInfo.Length: 0, Fragment.Length: 0 } ? uri : null;

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HostText();

    private enum UrlPlace
    {
        Literal,
        Whole,
        Host,
        Path,
        Query,
    }

    private readonly record struct Part(string Text, UrlPlace Place);
}
