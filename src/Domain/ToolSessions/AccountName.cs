using System.Globalization;
using System.Text;

namespace ModuleX.Domain.ToolSessions;

/// <summary>
/// What an account of a tool is called for programs: <c>[a-z0-9-]{1,32}</c>. It is a part of the connection's identity, to which its credentials are bound, so
/// it never changes; the name for people does.
/// </summary>
public static class AccountName
{
    public const int MaximumLength = 32;

    /// <summary>How many accounts of one tool an owner may have.</summary>
    public const int MaximumAccounts = 100;

    public static bool IsValid(string text) => text.Length is > 0 and <= MaximumLength && text.All(character => char.IsAsciiLetterLower(character)
        || char.IsAsciiDigit(character) || character == '-');

    /// <summary>
    /// A free one: <see cref="ToolSessionId.DefaultAccount"/> for the first account, else what the name becomes, with a number where that is taken.
    /// </summary>
    /// <param name="name">For people; null for none.</param>
    public static string Choose(string? name, IReadOnlyCollection<string> taken)
    {
        if (taken.Count == 0) return ToolSessionId.DefaultAccount;
        var wish = Slug(name ?? "");
        if (wish.Length == 0) wish = "account";
        if (!taken.Contains(wish)) return wish;
        for (var number = 2; ; number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var candidate = wish[..Math.Min(wish.Length, MaximumLength - end.Length)] + end;
            if (!taken.Contains(candidate)) return candidate;
        }
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)) slug.Append(character);
            else if (slug is { Length: > 0 } && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MaximumLength) break;
        }
        return slug.ToString().Trim('-');
    }
}
