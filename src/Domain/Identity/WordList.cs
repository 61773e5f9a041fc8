namespace ModuleX.Domain.Identity;

/// <summary>
/// Lists that are embedded in the assembly: a head that says where they come from, a line of hyphens, and words with blanks and ends of lines between them.
/// </summary>
internal static class WordList
{
    private const string EndOfHead = "\n---\n";

    public static string[] Read(string name)
    {
        using var reader = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(name)!);
        var text = reader.ReadToEnd();
        return text[(text.IndexOf(EndOfHead, StringComparison.Ordinal) + EndOfHead.Length)..].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
