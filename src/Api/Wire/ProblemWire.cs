using ModuleX.Domain.Results;

namespace ModuleX.Api.Wire;

/// <summary>One problem of an input, as documents 1, 2 and 5 write it.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
internal sealed record ProblemBody(string Pointer, string Message)
{
    public static ProblemBody[] Of(Error error) => [.. error.Problems.Select(problem => new ProblemBody(problem.Pointer, problem.Message))];
}
