using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>enum</c>, and <c>const</c>, which is an enum of one value.</summary>
internal sealed class EnumKeyword : Assertion
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts;
    private readonly JsonElement[] _others;

    private EnumKeyword(JsonElement[] values, string message)
        : base(message)
    {
        _texts = values.Where(IsText).Select(Text.Of).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
        _others = [.. values.Where(value => !IsText(value))];
    }

    public static EnumKeyword? Read(SchemaSite site)
    {
        if (!site.TryGet("enum", out var written))
            return null;
        if (written.ValueKind is not JsonValueKind.Array)
        {
            site.Refuse("enum", "must be an array");
            return null;
        }

        JsonElement[] values = [.. written.EnumerateArray()];
        return new EnumKeyword(values, values.Length == 0 ? "is not allowed here" : $"must be one of: {Sentences.Values(values)}");
    }

    public static EnumKeyword? ReadConst(SchemaSite site) =>
        site.TryGet("const", out var value) ? new EnumKeyword([value], $"must be {Sentences.Values([value])}") : null;

    protected override bool Holds(scoped in Instance value)
    {
        if (value.Kind is JsonValueKind.String)
        {
            using var text = new Text(value.RawText, stackalloc char[Text.ScratchLength]);
            return _texts.Contains(text.Chars);
        }

        foreach (var other in _others)
            if (JsonValues.AreEqual(value, new Instance(other)))
                return true;
        return false;
    }

    private static bool IsText(JsonElement value) => value.ValueKind is JsonValueKind.String;
}
