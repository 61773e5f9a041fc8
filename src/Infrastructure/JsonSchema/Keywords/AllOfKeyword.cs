namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>allOf</c>.</summary>
internal sealed class AllOfKeyword : Keyword
{
    private readonly Schema[] _branches;

    private AllOfKeyword(Schema[] branches) => _branches = branches;

    public override IEnumerable<Schema> InPlace => _branches;

    public static AllOfKeyword? Read(SchemaSite site) =>
        site.Schemas("allOf") is { } branches ? new AllOfKeyword(branches) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort)
    {
        foreach (var branch in _branches)
            if (!branch.Accepts(value, ref effort))
                return false;
        return true;
    }

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        foreach (var branch in _branches)
            branch.Explain(value, at, report);
    }
}
