using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>A problem as RFC 9457 writes it. Its type is <c>about:blank</c>: <c>code</c> tells one from another.</summary>
/// <param name="Title">The HTTP status in words.</param>
/// <param name="Status">The HTTP status once more.</param>
/// <param name="Detail">What went wrong, for people.</param>
/// <param name="Code">The same for programs: stable, in snake_case.</param>
/// <param name="Errors">Each problem of the input; absent where there are none.</param>
/// <param name="Details">Facts for programs, such as the status that a tool answered, or a URL to connect; absent where there are none.</param>
internal sealed record ProblemResponse(
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<InputProblem>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Details);

/// <summary>One problem of an input.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901).</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record InputProblem(string Pointer, string Detail);

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
