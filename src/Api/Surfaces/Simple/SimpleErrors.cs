using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Wire;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Document 2's error body: one sentence under <c>detail</c>, and facts beside it where there are any.</summary>
/// <param name="Detail">What went wrong, for people.</param>
/// <param name="Code">The same for programs: TOOL_NOT_CONNECTED, TOOL_NOT_FOUND, ACTION_NOT_FOUND, VALIDATION_ERROR, or the cause in upper case.</param>
/// <param name="Details">Facts for programs: problems of the input, the tool's status and body, a URL to connect, names that may have been meant.</param>
internal sealed record SimpleErrorBody(
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SortedDictionary<string, object>? Details);

/// <summary>Errors of the domain as document 2 writes them.</summary>
internal static class SimpleErrors
{
    public static SimpleErrorBody ToSimple(this Error error, int status)
    {
        if (error.Problems.IsEmpty && error.Details.IsEmpty) return new(error.Message, ErrorCode.Of(error, status), null);
        var details = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in error.Details) details[name] = value;
        if (!error.Problems.IsEmpty) details["problems"] = ProblemBody.Of(error);
        return new(error.Message, ErrorCode.Of(error, status), details);
    }
}
