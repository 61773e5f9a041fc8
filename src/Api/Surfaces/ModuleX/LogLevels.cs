using ModuleX.Domain.Records;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Document 1's words for levels, in upper case.</summary>
internal static class LogLevels
{
    /// <summary>In the order of <see cref="RecordLevel"/>.</summary>
    public static IReadOnlyList<string> Words { get; } = ["INFO", "WARNING", "ERROR", "CRITICAL"];

    public static string ToLevel(this RecordLevel level) => Words[(int)level - 1];

    /// <param name="word">Of <see cref="Words"/>.</param>
    public static RecordLevel Of(string word) => (RecordLevel)(Words.ToList().IndexOf(word) + 1);
}
