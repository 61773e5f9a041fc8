using ModuleX.Infrastructure.JsonSchema.Keywords;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// One schema object, or one of the schemas <c>true</c> and <c>false</c>. The compiler makes it first and completes it later,
/// so that schemas can refer to each other in a circle; after that it never changes.
/// </summary>
internal sealed class Schema
{
    private bool _isRefusal;
    private Keyword[] _keywords = [];

    /// <summary>The schemas that are applied to the very same value.</summary>
    public IEnumerable<Schema> InPlace => _keywords.SelectMany(keyword => keyword.InPlace);

    public void Complete(Keyword[] keywords) => _keywords = keywords;

    public void Complete(bool acceptsEverything) => _isRefusal = !acceptsEverything;

    public bool Accepts(scoped in Instance value, ref Effort effort)
    {
        if (!effort.TryEnter())
            return false;

        var isAccepted = !_isRefusal;
        for (var i = 0; isAccepted && i < _keywords.Length; i++)
            isAccepted = _keywords[i].Accepts(value, ref effort);

        effort.Leave();
        return isAccepted;
    }

    /// <summary>Reports why the value is not accepted; nothing when it is.</summary>
    public void Explain(scoped in Instance value, string at, Report report)
    {
        if (report.IsFull || !report.Effort.TryEnter())
            return;

        if (_isRefusal)
            report.Add(at, "is not allowed here");

        foreach (var keyword in _keywords)
        {
            keyword.Explain(value, at, report);

            // What else is wrong with a value of the wrong type only hides the one thing that helps.
            if (keyword is TypeKeyword && !keyword.Accepts(value, ref report.Effort))
                break;
        }

        report.Effort.Leave();
    }

    /// <summary>False when the value's type alone is the reason for a refusal, here or behind a reference.</summary>
    public bool AcceptsTypeOf(scoped in Instance value, ref Effort effort)
    {
        foreach (var keyword in _keywords)
        {
            if (keyword is TypeKeyword && !keyword.Accepts(value, ref effort))
                return false;

            if (keyword is RefKeyword reference && !reference.Target.AcceptsTypeOf(value, ref effort))
                return false;
        }

        return !_isRefusal;
    }
}
