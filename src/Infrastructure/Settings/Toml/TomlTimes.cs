using System.Globalization;
using System.Text.RegularExpressions;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Tells the four kinds of dates and times (RFC 3339). A leap second is refused, as no .NET type has it; so is the year 0.</summary>
internal static partial class TomlTimes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const int MaximumDecimals = 7;

    /// <summary>Null where the word is no date and no time.</summary>
    /// <param name="problem">Why a word that looks like one is none; null otherwise.</param>
    public static TomlScalar? Read(string word, out string? problem)
    {
        problem = null;
        if (Form().Match(word) is not { Success: true } match) return null;
        var (date, time, offset) = (match.Groups["date"], match.Groups["time"], match.Groups["offset"]);
        if (!IsDate(date) || !IsTime(time) || !IsOffset(offset))
        {
            problem = "there is no such date or time";
            return null;
        }
        var text = (date.Value, time.Value + Decimals(match.Groups["decimals"])) switch
        {
            (var day, "") => day,
            ("", var clock) => clock,
            var (day, clock) => $"{day}T{clock}{offset.Value.ToUpperInvariant()}",
        };
        return new TomlScalar(TypeOf(date.Success, time.Success, offset.Success), text);
    }

    /// <summary>True where a date has been read and a blank may part it from its time.</summary>
    public static bool IsDateAlone(ReadOnlySpan<char> word) => word.Length == "1979-05-27".Length && word[4] == '-' && word[7] == '-';

    private static bool IsDate(Group date) => !date.Success || DateOnly.TryParseExact(date.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(Group time) => !time.Success || TimeOnly.TryParseExact(time.ValueSpan, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsOffset(Group offset) =>
        offset is not { Success: true, Length: > 1 } || TimeOnly.TryParseExact(offset.ValueSpan[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>More than can be kept is cut off and not rounded, as TOML wants it.</summary>
    private static string Decimals(Group decimals) => decimals.Value[..Math.Min(decimals.Length, MaximumDecimals + 1)];

    private static TomlType TypeOf(bool hasDate, bool hasTime, bool hasOffset) => (hasDate, hasTime, hasOffset) switch
    {
        (true, true, true) => TomlType.OffsetDateTime,
        (true, true, false) => TomlType.LocalDateTime,
        (true, false, _) => TomlType.LocalDate,
        _ => TomlType.LocalTime,
    };

    [GeneratedRegex(
        """
        ^(
          (?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})
          ([Tt\ ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?<decimals>\.[0-9]+)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?
          |
          (?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?<decimals>\.[0-9]+)?
        )\z
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
