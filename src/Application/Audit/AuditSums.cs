
namespace ModuleX.Application.Audit;

/// <summary>Adding up what the database has counted.</summary>
internal static class AuditSums
{
    /// <summary>The most frequent first.</summary>
    public static IReadOnlyDictionary<string, int> SumBy(this IReadOnlyList<AuditCount> counts, Func<AuditCount, string> name) => counts
        .GroupBy(name).Select(group => KeyValuePair.Create(group.Key, group.Sum(one => one.Count)))
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary();
}
