namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword : Keyword
{
    private readonly Schema[] _branches;

    private AnyOfKeyword(Schema[] branches) => _branches = branches;

    public override IEnumerable<Schema> InPlace => _branches;

    public static AnyOfKeyword? Read(SchemaSite site) =>
        site.Schemas("anyOf") is { } branches ? new AnyOfKeyword(branches) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        foreach (var branch in _branches)
            if (branch.Accepts(value, ref effort))
                return true;
        return false;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        if (!Accepts(value, ref report.Effort))
            Alternatives.Explain(_branches, value, at, report);
    }
}
