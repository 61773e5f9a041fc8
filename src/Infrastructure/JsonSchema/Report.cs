using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>Collects the problems of one instance.</summary>
internal sealed class Report
{
    /// <summary>A list may have a million wrong items; the first ones are enough to correct it.</summary>
    public const int Capacity = 100;

    /// <summary>A field, since it is spent by reference.</summary>
    public Effort Effort = new();

    public List<Problem> Problems { get; } = [];

    public bool IsFull => Problems.Count >= Capacity;

    /// <summary>Explains a schema on the side; what that costs counts here.</summary>
    public List<Problem> Aside(Schema schema, scoped in Instance value, string at)
    {
        var aside = new Report { Effort = Effort };
        schema.Explain(value, at, aside);
        Effort = aside.Effort;
        return aside.Problems;
    }

    public void Add(string pointer, string message) => Add(new Problem(pointer, message));

    /// <summary>A member that is not there; the problem points to where it belongs, as forms want it.</summary>
    public void AddMissing(string pointer, string name, string message) =>
        Add(new Problem(JsonPointer.Append(pointer, name), message) { Rule = ProblemRule.Missing });

    public void Add(Problem problem)
    {
        // Once the effort is spent every answer is no, and no problem is a true one. Two branches of an allOf often ask for the same.
        if (!Effort.IsSpent && !IsFull && !Problems.Contains(problem))
            Problems.Add(problem);
    }
}
