using System.Globalization;
using System.Text;

namespace ModuleX.Domain.Identity;

/// <summary>
/// How names are compared: two that differ in case only are one, and so are two that differ in how an accent is
/// written. RFC 5321 lets the local part differ in case; no provider in use does.
/// </summary>
public static class NameKey
{
    private static readonly UnicodeCategory[] Hidden = [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator,
        UnicodeCategory.ParagraphSeparator];

    /// <summary>Characters of other categories that show nothing: fillers, joiners and variation selectors.</summary>
    private static readonly (int First, int Last)[] Invisible =
        [(0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)];

    /// <summary>What is unique and looked up, of an e-mail address, a user's name or a role's.</summary>
    public static string Of(string name) => ComposedText.Of(OfOlder(name));

    /// <summary>The key of a name that was stored before accents were composed; it is kept until the name changes.</summary>
    public static string OfOlder(string name) => name.Trim().ToLowerInvariant();

    /// <summary>
    /// Whether nothing in a name is hidden. With a zero-width or right-to-left mark in it, a name can look like another person's.
    /// </summary>
    public static bool ShowsAll(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (Hidden.Contains(Rune.GetUnicodeCategory(rune)) || Invisible.Any(range => rune.Value >= range.First && rune.Value <= range.Last)) return false;
        }
        return true;
    }
}
