using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary>Tells why none of several schemas fits, without repeating all of them.</summary>
internal static class Alternatives
{
    public static void Explain(Schema[] branches, scoped in Instance value, string at, Report report)
    {
        var ofType = new List<List<Problem>>();
        var all = new List<List<Problem>>();
        foreach (var branch in branches)
        {
            var problems = report.Aside(branch, value, at);
            all.Add(problems);
            if (branch.AcceptsTypeOf(value, ref report.Effort))
                ofType.Add(problems);
        }

        // An object where an object or a string may be is meant as the object.
        var meant = ofType.Count > 0 ? ofType : all;
        if (meant.TrueForAll(problems => IsOneHere(problems, at)))
            report.Add(at, string.Join(", or ", meant.Select(problems => problems[0].Message).Distinct()));
        else
            meant.Where(problems => problems.Count > 0).MinBy(problems => problems.Count)?.ForEach(report.Add);
    }

    /// <summary>What a branch misses is told with the others' wishes, for no single member is the one that must be there.</summary>
    private static bool IsOneHere(List<Problem> problems, string at) => problems is [var problem]
        && (problem.Pointer == at || (problem.Rule == ProblemRule.Missing && problem.Pointer[..problem.Pointer.LastIndexOf('/')] == at));
}
