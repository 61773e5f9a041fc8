using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>dependentRequired</c>: where one property is, others have to be too.</summary>
internal sealed class DependentRequiredKeyword : Keyword
{
    private readonly (string Name, string Needed)[] _pairs;

    private DependentRequiredKeyword((string Name, string Needed)[] pairs) => _pairs = pairs;

    public static DependentRequiredKeyword? Read(SchemaSite site) =>
        site.TextsMap("dependentRequired") is { } needs
            ? new DependentRequiredKeyword([.. needs.SelectMany(need => need.Value, (need, needed) => (need.Key, needed))])
            : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Object)
            return true;

        foreach (var pair in _pairs)
            if (IsBroken(value.Value, pair))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Object)
            return;

        foreach (var pair in _pairs)
            if (IsBroken(value.Value, pair))
                report.AddMissing(at, pair.Needed, $"\"{pair.Needed}\" is required together with \"{pair.Name}\"");
    }

    private static bool IsBroken(JsonElement value, (string Name, string Needed) pair) =>
        NameLookup.Has(value, pair.Name) && !NameLookup.Has(value, pair.Needed);
}
