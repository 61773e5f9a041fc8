using ModuleX.Domain.Results;

namespace ModuleX.Api.Wire;

/// <summary>One problem of an input, as documents 1, 2 and 5 write it.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
internal sealed record ProblemWire(string Pointer, string Message)
{
    public static ProblemWire[] In(Error error) => [.. error.Problems.Select(problem => new ProblemWire(problem.Pointer, problem.Message))];

    /// <summary>The problems of the input, or facts for programs; null where there are none.</summary>
    public static object? DetailsOf(Error error)
    {
        if (!error.Problems.IsEmpty) return In(error);
        return error.Details.IsEmpty ? null : error.Details;
    }
}
