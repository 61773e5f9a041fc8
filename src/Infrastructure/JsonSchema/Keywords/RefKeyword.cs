namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>$ref</c> to another place of the same schema.</summary>
internal sealed class RefKeyword : Keyword
{
    private RefKeyword(Schema target) => Target = target;

    public Schema Target { get; }

    public override IEnumerable<Schema> InPlace => [Target];

    public static RefKeyword? Read(SchemaSite site) => site.Reference("$ref") is { } target ? new RefKeyword(target) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort) => Target.Accepts(value, ref effort);

    public override void Explain(scoped in Instance value, string at, Report report) => Target.Explain(value, at, report);
}
