using System.ComponentModel;
using System.Globalization;

namespace ModuleX.Infrastructure.Settings;

/// <summary>What a setting's value must look like.</summary>
internal static class SettingKind
{
    private const int LongestShown = 40;

    /// <summary>Null where the text is of the type; else a sentence with an example of the right form.</summary>
    public static string? FaultOf(string name, string text, Type type) =>
        IsOf(text, type) ? null : $"{name} is \"{Shortened(text)}\" and must be {WantedOf(Nullable.GetUnderlyingType(type) ?? type)}";

    private static string Shortened(string text) => text.Length > LongestShown ? text[..LongestShown] + "..." : text;

    /// <summary>By the converter that the framework's binder uses.</summary>
    private static bool IsOf(string text, Type type)
    {
        if (type == typeof(string)) return true;
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or NotSupportedException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    private static string WantedOf(Type type)
    {
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(TimeSpan)) return "a time, as in 00:00:30";
        if (type == typeof(double)) return "a number, as in 0.5";
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type))}";
        return string.Create(CultureInfo.InvariantCulture, $"a whole number, as in {8}");
    }
}
