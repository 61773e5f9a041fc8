using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Errors of the domain as problems.</summary>
internal static class V1Errors
{
    public static ProblemResponse ToProblem(Error error, int status) => new(
        ReasonPhrases.GetReasonPhrase(status),
        status,
        error.Message,
        error.Code,
        error.Problems.IsEmpty ? null : [.. error.Problems.Select(problem => new InputProblem(problem.Pointer, problem.Message))],
        error.Details.IsEmpty ? null : error.Details);
}
