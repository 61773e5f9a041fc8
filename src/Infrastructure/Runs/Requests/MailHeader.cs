using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes the values of an e-mail's headers as folded ASCII. The values have no control characters: the caller checked.</summary>
internal static class MailHeader
{
    /// <summary>RFC 2047, section 2: a line with encoded words has at most 76 characters. 39 bytes become 52, the frame adds 12, and "Subject: " 9.</summary>
    private const int EncodedWordBytes = 39;

    private const int FoldAt = 76;

    /// <summary>RFC 5322, section 2.1.1: no line is longer than 998; a word that would make one is encoded, because encoded words can be folded.</summary>
    private const int LongestWord = 900;

    /// <summary>The words of an unstructured header, each short enough for a line.</summary>
    public static IReadOnlyList<string> Words(string value)
    {
        // Text that looks like an encoded word would be decoded by the reader: it is encoded itself.
        var isPlain = value.All(char.IsAscii) && !value.Contains("=?", StringComparison.Ordinal) && value == value.Trim()
            && !value.Contains("  ", StringComparison.Ordinal) && value.Split(' ').All(word => word.Length <= LongestWord);
        return isPlain ? value.Split(' ') : EncodedWords(value);
    }

    /// <summary>One line, folded between words (RFC 5322, section 2.2.3).</summary>
    public static string Line(string name, IReadOnlyList<string> words)
    {
        var text = new StringBuilder(name).Append(':');
        var length = text.Length;
        foreach (var word in words)
        {
            if (length + word.Length + 1 > FoldAt && length > name.Length + 1)
            {
                text.Append("\r\n");
                length = 0;
            }
            text.Append(' ').Append(word);
            length += word.Length + 1;
        }
        return text.Append("\r\n").ToString();
    }

    /// <summary>Reads addresses with commas between them, and writes each again.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? TryReadAddresses(string value, out IReadOnlyList<string> words)
    {
        var written = new List<string>();
        words = written;
        var addresses = new MailAddressCollection();
        try
        {
            addresses.Add(value);
        }
        catch (FormatException)
        {
            return "must be e-mail addresses with commas between them";
        }
        foreach (var address in addresses)
        {
            if (written.Count > 0) written[^1] += ",";
            if (AddressOf(address) is not { } route) return "has an e-mail address with characters that e-mail can't carry everywhere";
            if (address.DisplayName.Length == 0)
            {
                written.Add(route);
                continue;
            }
            written.AddRange(NameOf(address.DisplayName));
            written.Add($"<{route}>");
        }
        return null;
    }

    private static string? AddressOf(MailAddress address)
    {
        if (!address.User.All(character => character is > ' ' and <= '~')) return null;
        try
        {
            return address.Host.All(char.IsAscii) ? address.Address : $"{address.User}@{new IdnMapping().GetAscii(address.Host)}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static List<string> NameOf(string name) => name.All(char.IsAscii) && name.Length <= LongestWord && !name.Contains("=?", StringComparison.Ordinal)
        ? [$"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""]
        : EncodedWords(name);

    private static List<string> EncodedWords(string value)
    {
        var words = new List<string>();
        var bytes = new List<byte>(EncodedWordBytes);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var size = rune.EncodeToUtf8(utf8);
            // A character is never split between two words: each is decoded on its own.
            if (bytes.Count + size > EncodedWordBytes) Flush();
            bytes.AddRange(utf8[..size]);
        }
        Flush();
        return words;

        void Flush()
        {
            words.Add($"=?UTF-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }
}
