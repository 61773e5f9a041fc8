using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>One of <c>minimum</c>, <c>maximum</c>, <c>exclusiveMinimum</c> and <c>exclusiveMaximum</c>.</summary>
internal sealed class RangeKeyword : Assertion
{
    private readonly JsonElement _bound;
    private readonly int _outside;
    private readonly bool _isExclusive;

    private RangeKeyword(JsonElement bound, string comparison, int outside, bool isExclusive)
        : base($"must be {comparison} {bound.GetRawText()}")
    {
        _bound = bound;
        _outside = outside;
        _isExclusive = isExclusive;
    }

    public static RangeKeyword? ReadMinimum(SchemaSite site) => Read(site, "minimum", "at least", -1, false);

    public static RangeKeyword? ReadMaximum(SchemaSite site) => Read(site, "maximum", "at most", 1, false);

    public static RangeKeyword? ReadExclusiveMinimum(SchemaSite site) => Read(site, "exclusiveMinimum", "more than", -1, true);

    public static RangeKeyword? ReadExclusiveMaximum(SchemaSite site) => Read(site, "exclusiveMaximum", "less than", 1, true);

    protected override bool Holds(scoped in Instance value)
    {
        if (value.Kind is not JsonValueKind.Number)
            return true;

        var order = value.ToNumber().ComparedTo(new Number(JsonMarshal.GetRawUtf8Value(_bound)));
        return order == 0 ? !_isExclusive : Math.Sign(order) != _outside;
    }

    private static RangeKeyword? Read(SchemaSite site, string keyword, string comparison, int outside, bool isExclusive) =>
        site.Number(keyword) is { } bound ? new RangeKeyword(bound, comparison, outside, isExclusive) : null;
}
