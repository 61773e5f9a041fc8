using System.Numerics;

namespace ModuleX.Domain.Catalog;

/// <summary>
/// Finds the names that a misspelt one may stand for. Catalogs have thousands of names, and any caller may ask for a wrong one: names that can't be near
/// are recognized by their length and letters, without counting edits.
/// </summary>
internal static class NearestNames
{
    private const int MostNamed = 3;
    private const int LongestName = 128;
    private const int FewestToContain = 4;

    /// <returns>At most three, the nearest first; empty where none is near.</returns>
    public static IReadOnlyList<string> Of(string asked, IEnumerable<string> names)
    {
        if (asked.Length > LongestName) return [];
        Span<char> buffer = stackalloc char[LongestName];
        var wanted = Plain(asked, buffer);
        if (wanted.IsEmpty) return [];
        var (letters, farthest) = (LettersOf(wanted), Math.Clamp(wanted.Length / 3, 1, 3));
        Span<char> other = stackalloc char[LongestName];
        var found = new List<(int Distance, string Name)>();
        foreach (var name in names)
        {
            if (name.Length > LongestName) continue;
            var distance = DistanceOf(wanted, letters, Plain(name, other), farthest);
            if (distance <= farthest) found.Add((distance, name));
        }
        return [.. found.Order().Select(one => one.Name).Distinct().Take(MostNamed)];
    }

    /// <summary>Lower case and without what separates words, so that <c>ListUsers</c> and <c>list-users</c> are <c>list_users</c>.</summary>
    private static ReadOnlySpan<char> Plain(string name, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character)) buffer[length++] = char.ToLowerInvariant(character);
        }
        return buffer[..length];
    }

    private static int DistanceOf(ReadOnlySpan<char> wanted, ulong letters, ReadOnlySpan<char> name, int farthest)
    {
        // One edit puts in or takes out two letters at most.
        var mayBeNear = Math.Abs(wanted.Length - name.Length) <= farthest && BitOperations.PopCount(letters ^ LettersOf(name)) <= 2 * farthest;
        var distance = mayBeNear ? Edits(wanted, name) : int.MaxValue;
        // users for list_users: never nearer than a slip of the pen.
        return distance > farthest && IsPart(wanted, name) ? farthest : distance;
    }

    private static bool IsPart(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Math.Min(left.Length, right.Length) >= FewestToContain
        && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));

    private static ulong LettersOf(ReadOnlySpan<char> name)
    {
        var letters = 0UL;
        foreach (var character in name) letters |= 1UL << (character % 64);
        return letters;
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> row = stackalloc int[LongestName + 1];
        for (var column = 0; column <= right.Length; column++) row[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(diagonal, row[column - 1]) + 1);
            }
        }
        return row[right.Length];
    }
}
