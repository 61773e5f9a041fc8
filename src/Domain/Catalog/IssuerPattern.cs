using System.Text.RegularExpressions;

namespace ModuleX.Domain.Catalog;

/// <summary>
/// What the <c>iss</c> parameter of a callback must be (RFC 9207): the text, with <c>{name}</c> where it differs. A name of a connection field
/// stands for its value, any other for letters, digits, hyphens and underscores: no dot and no slash, so that a foreign host never matches.
/// </summary>
public sealed partial record IssuerPattern(string Text)
{
    /// <param name="fields">The connection fields of the flow.</param>
    public bool Matches(string issuer, IReadOnlyDictionary<string, string> fields)
    {
        var pattern = string.Concat(Placeholder().Split(Text).Select((part, index) => index % 2 == 0 ? Regex.Escape(part)
            : fields.TryGetValue(part, out var value) ? Regex.Escape(value) : "[A-Za-z0-9_-]+"));
        return Regex.IsMatch(issuer, $@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public override string ToString() => Text;

    // Split gives the names between the texts.
    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
