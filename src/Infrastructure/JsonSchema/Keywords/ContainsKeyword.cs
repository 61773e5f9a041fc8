using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>, which mean nothing without it.</summary>
internal sealed class ContainsKeyword : Keyword
{
    private readonly Schema _wanted;
    private readonly long _least;
    private readonly long _most;

    private ContainsKeyword(Schema wanted, long least, long most)
    {
        _wanted = wanted;
        _least = least;
        _most = most;
    }

    public static ContainsKeyword? Read(SchemaSite site)
    {
        var least = site.Count("minContains") ?? 1;
        var most = site.Count("maxContains") ?? long.MaxValue;
        return site.Schema("contains") is { } wanted ? new ContainsKeyword(wanted, least, most) : null;
    }

    public override bool Accepts(scoped in Instance value, ref Effort effort) =>
        value.Kind is not JsonValueKind.Array || (CountIn(value.Value, ref effort) is var count && count >= _least && count <= _most);

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (Accepts(value, ref report.Effort))
            return;

        var isTooFew = CountIn(value.Value, ref report.Effort) < _least;
        var amount = isTooFew ? $"at least {Sentences.Count(_least, "item")}" : $"at most {Sentences.Count(_most, "item")}";
        report.Add(at, $"must have {amount} of the kind that \"contains\" describes");
    }

    private long CountIn(JsonElement array, ref Effort effort)
    {
        var count = 0L;
        foreach (var item in array.EnumerateArray())
            if (_wanted.Accepts(new Instance(item), ref effort))
                count++;
        return count;
    }
}
