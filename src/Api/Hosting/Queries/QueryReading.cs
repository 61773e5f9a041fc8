using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>A query while it is read. What is wrong is kept, so that a caller is told all of it at once.</summary>
internal sealed class QueryReading(IQueryCollection query)
{
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>In the order in which the parameters were read.</summary>
    public ImmutableArray<Problem> Problems => _problems.ToImmutable();

    /// <summary>What was sent; null for nothing, an empty text, and more than one.</summary>
    public string? Find(string name)
    {
        var values = query[name];
        if (values.Count <= 1) return values is [{ Length: > 0 } text] ? text : null;
        // One of them would be ignored, or both be read as one with a comma.
        Refuse(name, "is given more than once");
        return null;
    }

    /// <param name="what">Stands behind the name of the parameter: <c>must be after start_date</c>.</param>
    public void Refuse(string name, string what) => Refuse(name, query[name].ToString(), what, ProblemRule.ValueError, ProblemLimit.None);

    /// <returns>Null, for the value that there is none of.</returns>
    public object? Refuse(string name, string text, string what, string rule, ImmutableSortedDictionary<string, object> limits)
    {
        _problems.Add(new Problem(Problem.PointerTo(name), $"{name} {what}") { Source = ProblemSource.Query, Rule = rule, Limits = limits, Input = text });
        return null;
    }
}
