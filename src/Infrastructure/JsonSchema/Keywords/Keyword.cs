namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>
/// One keyword of a compiled schema, or a few that mean something only together. A value is first asked for with
/// <see cref="Accepts"/>, which allocates nothing; only for a value that is refused somewhere does <see cref="Explain"/> tell why.
/// </summary>
internal abstract class Keyword
{
    /// <summary>The schemas that are applied to the very same value, where a circle of references would never end.</summary>
    public virtual IEnumerable<Schema> InPlace => [];

    public abstract bool Accepts(scoped in Instance value, ref Effort effort);

    /// <summary>Reports why the value is not accepted; nothing when it is.</summary>
    public abstract void Explain(scoped in Instance value, string at, Report report);
}
