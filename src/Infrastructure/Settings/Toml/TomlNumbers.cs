using System.Globalization;
using System.Text.RegularExpressions;

namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>Tells integers and floats.</summary>
internal static partial class TomlNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>Null where the word is no number.</summary>
    /// <param name="problem">Why a word that looks like a number is none; null otherwise.</param>
    public static TomlScalar? Read(string word, out string? problem)
    {
        problem = null;
        if (IsInteger(word))
        {
            if (IntegerOf(word) is { } integer) return new TomlScalar(TomlType.Integer, integer.ToString(CultureInfo.InvariantCulture));
            problem = "an integer is from -9223372036854775808 to 9223372036854775807";
            return null;
        }
        return FloatOf(word) is { } number ? new TomlScalar(TomlType.Float, number.ToString("R", CultureInfo.InvariantCulture)) : null;
    }

    private static bool IsInteger(string word) => Decimal().IsMatch(word) || Hexadecimal().IsMatch(word) || Octal().IsMatch(word) || Binary().IsMatch(word);

    /// <summary>Null where it has more than 64 bits.</summary>
    private static long? IntegerOf(string word)
    {
        var digits = word.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length < 3 || !char.IsAsciiLetter(digits[1])) return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null;
        var radix = digits[1] switch { 'x' => 16, 'o' => 8, _ => 2 };
        var value = 0L;
        foreach (var digit in digits.AsSpan(2))
        {
            var worth = char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
            if (value > (long.MaxValue - worth) / radix) return null;
            value = (value * radix) + worth;
        }
        return value;
    }

    private static double? FloatOf(string word) => word switch
    {
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" or "+nan" or "-nan" => double.NaN,
        _ when Float().IsMatch(word) => double.Parse(word.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)\z", Options)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0x[0-9A-Fa-f](_?[0-9A-Fa-f])*\z", Options)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^0o[0-7](_?[0-7])*\z", Options)]
    private static partial Regex Octal();

    [GeneratedRegex(@"^0b[01](_?[01])*\z", Options)]
    private static partial Regex Binary();

    [GeneratedRegex(@"^[+-]?(0|[1-9](_?[0-9])*)(\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?\z", Options)]
    private static partial Regex Float();
}
