using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>dependentSchemas</c>: where a property is, the object has to fit one more schema.</summary>
internal sealed class DependentSchemasKeyword : Keyword
{
    private readonly (string Name, Schema Schema)[] _schemas;

    private DependentSchemasKeyword((string Name, Schema Schema)[] schemas) => _schemas = schemas;

    public override IEnumerable<Schema> InPlace => _schemas.Select(dependent => dependent.Schema);

    public static DependentSchemasKeyword? Read(SchemaSite site) =>
        site.SchemaMap("dependentSchemas") is { } schemas
            ? new DependentSchemasKeyword([.. schemas.Select(entry => (entry.Key, entry.Value))])
            : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (value.Kind is not JsonValueKind.Object)
            return true;

        foreach (var (name, schema) in _schemas)
            if (NameLookup.Has(value.Value, name) && !schema.Accepts(value, ref effort))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (value.Kind is not JsonValueKind.Object)
            return;

        foreach (var (name, schema) in _schemas)
            if (NameLookup.Has(value.Value, name))
                schema.Explain(value, at, report);
    }
}
