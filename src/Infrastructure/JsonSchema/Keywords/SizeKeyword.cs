using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>One of <c>minLength</c>, <c>maxLength</c>, <c>minItems</c>, <c>maxItems</c>, <c>minProperties</c> and <c>maxProperties</c>.</summary>
internal sealed class SizeKeyword : Assertion
{
    private readonly JsonValueKind _kind;
    private readonly long _limit;
    private readonly bool _isMaximum;

    private SizeKeyword(JsonValueKind kind, string unit, long limit, bool isMaximum)
        : base($"must have {(isMaximum ? "at most" : "at least")} {Sentences.Count(limit, unit)}")
    {
        _kind = kind;
        _limit = limit;
        _isMaximum = isMaximum;
    }

    /// <returns>A reader of one keyword: null where the schema does not have it.</returns>
    public static Func<SchemaSite, SizeKeyword?> Of(string keyword, JsonValueKind kind, string unit) =>
        site => site.Count(keyword) is { } limit
            ? new SizeKeyword(kind, unit, limit, keyword.StartsWith("max", StringComparison.Ordinal))
            : null;

    protected override bool Holds(scoped in Instance value)
    {
        if (value.Kind != _kind)
            return true;

        var size = value.Kind switch
        {
            JsonValueKind.String => Length(value.RawText),
            JsonValueKind.Array => value.Value.GetArrayLength(),
            _ => value.Value.GetPropertyCount(),
        };
        return _isMaximum ? size <= _limit : size >= _limit;
    }

    /// <summary>In code points (RFC 8259 characters), not in UTF-16 units.</summary>
    private static int Length(ReadOnlySpan<byte> raw)
    {
        using var text = new Text(raw, stackalloc char[Text.ScratchLength]);
        var length = text.Chars.Length;
        for (var i = 1; i < text.Chars.Length; i++)
            if (char.IsSurrogatePair(text.Chars[i - 1], text.Chars[i]))
                length--;
        return length;
    }
}
