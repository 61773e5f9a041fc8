using System.Diagnostics.CodeAnalysis;

namespace ModuleX.Domain.Identity;

/// <summary>Text that others sent, made to fit.</summary>
public static class ShortText
{
    /// <summary>At most so many characters from the beginning. Never half of a surrogate pair: PostgreSQL's driver refuses what is no Unicode.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
