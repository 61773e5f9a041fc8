namespace ModuleX.Infrastructure.Settings;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest slips of the pen; null where none is near. Upper and lower case are the same.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(1, Math.Min(3, name.Length / 4));
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= allowed)
            .Select(candidate => (candidate, Slips: SlipsBetween(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(found => found.Slips <= allowed)
            .OrderBy(found => found.Slips)
            .Select(found => found.candidate)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein's distance: how many letters were left out, added or changed.</summary>
    private static int SlipsBetween(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = left = Math.Min(Math.Min(above, left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
