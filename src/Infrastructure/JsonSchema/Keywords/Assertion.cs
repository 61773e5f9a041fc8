namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>A keyword that looks at nothing but the value, and has one thing to say about it.</summary>
/// <param name="message">What is asked for, to be read behind the name of the value.</param>
internal abstract class Assertion(string message) : Keyword
{
    public sealed override bool Accepts(scoped in Instance value, ref Effort effort) => Holds(value);

    public sealed override void Explain(scoped in Instance value, string at, Report report)
    {
        if (!Holds(value))
            report.Add(at, message);
    }

    protected abstract bool Holds(scoped in Instance value);
}
