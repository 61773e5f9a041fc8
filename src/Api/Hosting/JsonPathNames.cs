namespace ModuleX.Api.Hosting;

/// <summary>
/// Reads the paths of <see cref="System.Text.Json.JsonException"/>: <c>$.items[0].name</c>, and <c>$['a name']</c> where a name has other characters.
/// </summary>
internal static class JsonPathNames
{
    /// <summary>
    /// The names and indices from the outermost to the innermost. The framework escapes nothing, so a name that has <c>']</c> itself is cut short.
    /// </summary>
    public static IReadOnlyList<string> Of(string path)
    {
        var names = new List<string>();
        var rest = path.AsSpan().TrimStart('$');
        while (!rest.IsEmpty)
        {
            var (begin, end) = rest switch
            {
                ['[', '\'', ..] => (2, rest.IndexOf("']")),
                ['[', ..] => (1, rest.IndexOf(']')),
                _ => (1, rest[1..].IndexOfAny('.', '[') + 1),
            };
            if (end < begin) end = rest.Length;
            names.Add(rest[begin..end].ToString());
            rest = rest[end..].TrimStart("']");
        }
        return names;
    }
}
