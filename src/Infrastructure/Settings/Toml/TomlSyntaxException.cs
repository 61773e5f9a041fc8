namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>A document is not TOML, or more than is read here. The message is for the person who wrote it, and repeats nothing of the document.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
internal sealed class TomlSyntaxException(int line, int column, string problem) : Exception($"line {line}, column {column}: {problem}")
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
