using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>Text with <c>{name}</c> where a value belongs, split once so that filling it is a concatenation.</summary>
public sealed partial class TextTemplate
{
    private readonly ImmutableArray<Part> _parts;

    public TextTemplate(string text)
    {
        Text = text;
        var parts = ImmutableArray.CreateBuilder<Part>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            if (match.Index > at) parts.Add(new(text[at..match.Index], false));
            parts.Add(new(match.Groups[1].Value, true));
            at = match.Index + match.Length;
        }
        if (at < text.Length) parts.Add(new(text[at..], false));
        _parts = parts.ToImmutable();
    }

    /// <summary>The template as it was written.</summary>
    public string Text { get; }

    /// <summary>The names between braces, in order.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsName).Select(part => part.Text);

    /// <summary>The text with every name replaced; null when a value is missing.</summary>
    public string? Fill(Func<string, string?> valueOf)
    {
        if (_parts is [{ IsName: true } only]) return valueOf(only.Text);
        if (_parts is [{ IsName: false } prefix, { IsName: true } name])
            return valueOf(name.Text) is { } value ? string.Concat(prefix.Text, value) : null;
        var filled = new string[_parts.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            if ((_parts[i].IsName ? valueOf(_parts[i].Text) : _parts[i].Text) is not { } text) return null;
            filled[i] = text;
        }
        return string.Concat(filled);
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    private readonly record struct Part(string Text, bool IsName);
}
