using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>propertyNames</c>: a schema for the names, which are strings.</summary>
internal sealed class PropertyNamesKeyword : Keyword
{
    private readonly Schema _names;

    private PropertyNamesKeyword(Schema names) => _names = names;

    public static PropertyNamesKeyword? Read(SchemaSite site) =>
        site.Schema("propertyNames") is { } names ? new PropertyNamesKeyword(names) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Object)
            return true;

        foreach (var property in value.Value.EnumerateObject())
            if (!_names.Accepts(Instance.NameOf(property), ref effort))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Object)
            return;

        foreach (var property in value.Value.EnumerateObject())
        {
            if (report.IsFull || _names.Accepts(Instance.NameOf(property), ref report.Effort))
                continue;

            foreach (var problem in report.Aside(_names, Instance.NameOf(property), ""))
                report.Add(JsonPointer.Append(at, Text.NameOf(property)), $"has a name that {problem.Message}");
        }
    }
}
