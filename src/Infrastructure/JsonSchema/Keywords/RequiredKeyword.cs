using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>required</c>.</summary>
internal sealed class RequiredKeyword : Keyword
{
    private readonly string[] _names;

    private RequiredKeyword(string[] names) => _names = names;

    public static RequiredKeyword? Read(SchemaSite site) =>
        site.Texts("required") is { Length: > 0 } names ? new RequiredKeyword(names) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Object)
            return true;

        foreach (var name in _names)
            if (!NameLookup.Has(value.Value, name))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Object)
            return;

        foreach (var name in _names)
            if (!NameLookup.Has(value.Value, name))
                report.AddMissing(at, name, $"\"{name}\" is required");
    }
}
