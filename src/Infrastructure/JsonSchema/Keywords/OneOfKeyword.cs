namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword : Keyword
{
    private readonly Schema[] _branches;

    private OneOfKeyword(Schema[] branches) => _branches = branches;

    public override IEnumerable<Schema> InPlace => _branches;

    public static OneOfKeyword? Read(SchemaSite site) =>
        site.Schemas("oneOf") is { } branches ? new OneOfKeyword(branches) : null;

    public override bool Accepts(scoped in Instance value, ref Effort effort) => CountFitting(value, ref effort) == 1;

    public override void Explain(scoped in Instance value, string at, Report report)
    {
        var count = CountFitting(value, ref report.Effort);
        if (count == 0)
            Alternatives.Explain(_branches, value, at, report);
        else if (count > 1)
            report.Add(at, $"must fit exactly one of {_branches.Length} alternatives, and fits more than one");
    }

    /// <summary>Two stand for any greater number.</summary>
    private int CountFitting(scoped in Instance value, ref Effort effort)
    {
        var count = 0;
        for (var i = 0; i < _branches.Length && count < 2; i++)
            if (_branches[i].Accepts(value, ref effort))
                count++;
        return count;
    }
}
