using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ModuleX.Domain.Identity;

/// <summary>
/// Text in Unicode's normalization form C (UAX #15), so that a letter with an accent is one text however a keyboard
/// wrote it. The server runs without ICU, where .NET's own <see cref="string.Normalize()"/> leaves text as it is.
/// </summary>
public static class ComposedText
{
    /// <summary>Below it every character is composed already, and none is a mark.</summary>
    private const char FirstMark = '\u0300';

    private const int HangulSyllable = 0xAC00, HangulLead = 0x1100, HangulVowel = 0x1161, HangulTail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    private static readonly Lazy<Tables> Known = new(Read);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue)) return text;
        var characters = Decompose(text);
        Compose(characters);
        var composed = new StringBuilder(text.Length);
        foreach (var character in characters) composed.Append(new Rune(character).ToString());
        return composed.ToString();
    }

    /// <summary>With the marks of each letter in their order.</summary>
    private static List<int> Decompose(string text)
    {
        var characters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes()) Add(rune.Value, characters);
        for (var start = 0; start < characters.Count; start++)
        {
            if (ClassOf(characters[start]) == 0) continue;
            var end = start;
            while (end < characters.Count && ClassOf(characters[end]) != 0) end++;
            // Stable: marks of one class keep their order, which is part of the text.
            var ordered = characters[start..end].OrderBy(ClassOf).ToList();
            for (var index = start; index < end; index++) characters[index] = ordered[index - start];
            start = end;
        }
        return characters;
    }

    private static void Add(int character, List<int> characters)
    {
        var syllable = character - HangulSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            characters.Add(HangulLead + syllable / (Vowels * Tails));
            characters.Add(HangulVowel + syllable % (Vowels * Tails) / Tails);
            if (syllable % Tails != 0) characters.Add(HangulTail + syllable % Tails);
        }
        else if (Known.Value.Parts.TryGetValue(character, out var parts))
        {
            Add(parts.First, characters);
            if (parts.Second != 0) characters.Add(parts.Second);
        }
        else
        {
            characters.Add(character);
        }
    }

    private static void Compose(List<int> characters)
    {
        var (starter, lastClass, length) = (-1, 0, 0);
        for (var index = 0; index < characters.Count; index++)
        {
            var (character, own) = (characters[index], ClassOf(characters[index]));
            // A mark is blocked from its letter by one of the same or a higher class between them.
            var isReachable = starter >= 0 && (length == starter + 1 || (lastClass != 0 && lastClass < own));
            if (isReachable && ComposedOf(characters[starter], character) is { } composed)
            {
                characters[starter] = composed;
                continue;
            }
            if (own == 0) starter = length;
            lastClass = own;
            characters[length++] = character;
        }
        characters.RemoveRange(length, characters.Count - length);
    }

    private static int? ComposedOf(int first, int second)
    {
        if (first is >= HangulLead and < HangulLead + Leads && second is >= HangulVowel and < HangulVowel + Vowels)
            return HangulSyllable + ((first - HangulLead) * Vowels + second - HangulVowel) * Tails;
        if (first is >= HangulSyllable and < HangulSyllable + Leads * Vowels * Tails && (first - HangulSyllable) % Tails == 0
            && second is > HangulTail and < HangulTail + Tails)
            return first + second - HangulTail;
        return Known.Value.Wholes.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static int ClassOf(int character) => Known.Value.Classes.GetValueOrDefault(character);

    private static Tables Read()
    {
        var (classes, parts, wholes) = (new Dictionary<int, int>(), new Dictionary<int, (int, int)>(), new Dictionary<(int, int), int>());
        foreach (var fact in WordList.Read("composition.txt"))
        {
            if (fact.Split(':') is [var range, var number])
            {
                var ends = range.Split('-');
                for (var character = Hex(ends[0]); character <= Hex(ends[^1]); character++) classes.Add(character,
                    int.Parse(number, CultureInfo.InvariantCulture));
                continue;
            }
            var sides = fact.TrimEnd('!').Split('=', '+');
            var whole = Hex(sides[0]);
            parts.Add(whole, (Hex(sides[1]), sides.Length == 3 ? Hex(sides[2]) : 0));
            if (sides.Length == 3 && !fact.EndsWith('!')) wholes.Add((Hex(sides[1]), Hex(sides[2])), whole);
        }
        return new(classes.ToFrozenDictionary(), parts.ToFrozenDictionary(), wholes.ToFrozenDictionary());

        static int Hex(string digits) => Convert.ToInt32(digits, 16);
    }

    /// <param name="Parts">What a character is composed of; the second is 0 where it is another character altogether.</param>
    private sealed record Tables(FrozenDictionary<int, int> Classes, FrozenDictionary<int, (int First, int Second)> Parts,
        FrozenDictionary<(int First, int Second), int> Wholes);
}
