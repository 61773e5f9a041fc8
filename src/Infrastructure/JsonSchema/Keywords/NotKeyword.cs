namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword : Keyword
{
    private readonly Schema _excluded;

    private NotKeyword(Schema excluded) => _excluded = excluded;

    public override IEnumerable<Schema> InPlace => [_excluded];

    public static NotKeyword? Read(SchemaSite site) =>
        site.Schema("not") is { } excluded ? new NotKeyword(excluded) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort) => !_excluded.Accepts(value, ref effort);

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (!Accepts(value, ref report.Effort))
            report.Add(at, "must not be of the kind that \"not\" describes");
    }
}
