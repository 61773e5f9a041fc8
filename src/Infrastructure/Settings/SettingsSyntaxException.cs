using Tomlyn.Syntax;

namespace ModuleX.Infrastructure.Settings;

/// <summary>A settings file can't be taken. The message is for the operator who wrote it, and repeats nothing of the file: that may be a secret.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
internal sealed class SettingsSyntaxException(int line, int column, string problem) : Exception($"line {line}, column {column}: {problem}")
{
    public SettingsSyntaxException(TextPosition place, string problem)
        : this(place.Line + 1, place.Column + 1, problem)
    {
    }

    public int Line { get; } = line;

    public int Column { get; } = column;
}
