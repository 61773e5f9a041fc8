using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>prefixItems</c>, and <c>items</c> for those that follow.</summary>
internal sealed class ItemsKeyword : Keyword
{
    private readonly Schema[] _first;
    private readonly Schema? _others;

    private ItemsKeyword(Schema[] first, Schema? others)
    {
        _first = first;
        _others = others;
    }

    public static ItemsKeyword? Read(SchemaSite site)
    {
        var first = site.Schemas("prefixItems");
        var others = site.Schema("items");
        return first is null && others is null ? null : new ItemsKeyword(first ?? [], others);
    }

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Array)
            return true;

        var index = 0;
        foreach (var item in value.Value.EnumerateArray())
            if (SchemaOf(index++) is { } schema && !schema.Accepts(new Instance(item), ref effort))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Array)
            return;

        var index = -1;
        foreach (var item in value.Value.EnumerateArray())
        {
            var schema = SchemaOf(++index);
            if (schema is not null && !report.IsFull && !schema.Accepts(new Instance(item), ref report.Effort))
                schema.Explain(new Instance(item), JsonPointer.Append(at, index), report);
        }
    }

    private Schema? SchemaOf(int index) => index < _first.Length ? _first[index] : _others;
}
