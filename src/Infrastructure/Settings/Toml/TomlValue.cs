namespace ModuleX.Infrastructure.Settings.Toml;

/// <summary>What a key can have: a <see cref="TomlScalar"/>, a <see cref="TomlArray"/> or a <see cref="TomlTable"/>.</summary>
internal abstract class TomlValue;

/// <summary>The types of single values.</summary>
internal enum TomlType
{
    Text,
    Integer,
    Float,
    Boolean,
    OffsetDateTime,
    LocalDateTime,
    LocalDate,
    LocalTime,
}

/// <summary>A single value.</summary>
/// <param name="text">
/// As .NET writes and reads the type in the invariant culture: integers in decimal, <c>Infinity</c> and <c>NaN</c>, <c>true</c> and <c>false</c>,
/// times in ISO 8601 with seven decimals at most.
/// </param>
internal sealed class TomlScalar(TomlType type, string text) : TomlValue
{
    public TomlType Type { get; } = type;

    public string Text { get; } = text;
}

/// <summary>Values in order, of any types.</summary>
internal sealed class TomlArray : TomlValue
{
    public List<TomlValue> Items { get; } = [];

    /// <summary>The last table where <c>[[name]]</c> made the array; null for an array between brackets, which nothing can be added to.</summary>
    public TomlTable? Open { get; set; }
}
