using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>An absolute URL with <c>{name}</c> where a connection field belongs.</summary>
public sealed partial record UrlTemplate
{
    public UrlTemplate(string text)
    {
        Text = text;
        Names = [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct()];
        Constant = Names.IsEmpty ? Parse(text) : null;
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The names between braces.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The URL without a slash at its end, where nothing has to be filled in; null where something has, or it is no http or https URL without user info.</summary>
    public Uri? Constant { get; }

    /// <summary>The URL with every name filled in; null when a value is missing or the outcome is no http or https URL without user info.</summary>
    public Uri? Fill(IReadOnlyDictionary<string, string> values)
    {
        if (Constant is not null) return Constant;
        var text = new StringBuilder(Text);
        foreach (var name in Names)
        {
            if (!values.TryGetValue(name, out var value)) return null;
            text.Replace("{" + name + "}", value.TrimEnd('/'));
        }
        return Parse(text.ToString()) is { Query.Length: 0, Fragment.Length: 0 } uri ? uri : null;
    }

    public override string ToString() => Text;

    // On Unix a bare path is an absolute file: URI, so the scheme is looked at.
    private static Uri? Parse(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo.Length: 0 } ? uri : null;

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
