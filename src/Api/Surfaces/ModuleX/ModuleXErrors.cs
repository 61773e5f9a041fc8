using ModuleX.Api.Hosting;
using ModuleX.Api.Wire;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Document 1's error body; it also has the <c>detail</c> of the document's two concrete examples.</summary>
/// <param name="Success">Always false.</param>
/// <param name="Detail">The message once more.</param>
internal sealed record ModuleXErrorBody(bool Success, ModuleXErrorFacts Error, string Detail, DateTimeOffset Timestamp);

/// <param name="Code">A word of document 1, TOOL_NOT_FOUND, ACTION_NOT_FOUND, TOOL_NOT_INSTALLED, TOOL_NOT_CONNECTED, or the cause in upper case.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Details">The problems of the input, or facts for programs; null where there are none.</param>
internal sealed record ModuleXErrorFacts(string Code, string Message, object? Details);

/// <summary>Errors of the domain as document 1 writes them.</summary>
internal static class ModuleXErrors
{
    public static ModuleXErrorBody ToModuleX(this Error error, int status, DateTimeOffset now) =>
        new(false, error.ToFacts(status), error.Message, now);

    public static ModuleXErrorFacts ToFacts(this Error error, int status) => new(ErrorCode.Of(error, status), error.Message, DetailsOf(error));

    private static object? DetailsOf(Error error)
    {
        if (!error.Problems.IsEmpty) return ProblemBody.Of(error);
        return error.Details.IsEmpty ? null : error.Details;
    }
}
