using System.Text.Json.Serialization;
using ModuleX.Api.Wire;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Document 5's error body.</summary>
/// <param name="Status">The HTTP status once more.</param>
internal sealed record PlatformErrorBody(PlatformErrorFacts Error, int Status);

/// <param name="Code">AUTH_REQUIRED, INVALID_TOKEN, PERMISSION_DENIED, VALIDATION_ERROR, MODULE_ERROR, SYSTEM_ERROR, or the cause in upper case.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Details">The problems of the input, or facts for programs; absent where there are none.</param>
internal sealed record PlatformErrorFacts(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Details);

/// <summary>Errors of the domain as document 5 writes them.</summary>
internal static class PlatformErrors
{
    public static PlatformErrorBody ToPlatform(this Error error, int status) => new(new(CodeOf(error.Code, status), error.Message, DetailsOf(error)), status);

    /// <param name="code">Of the error.</param>
    public static string CodeOf(string code, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => code == IdentityErrors.TokenMissingCode ? "AUTH_REQUIRED" : "INVALID_TOKEN",
        StatusCodes.Status403Forbidden => "PERMISSION_DENIED",
        _ when code.StartsWith(ModuleErrors.CodePrefix, StringComparison.Ordinal) => "MODULE_ERROR",
        StatusCodes.Status400BadRequest => "VALIDATION_ERROR",
        StatusCodes.Status500InternalServerError => "SYSTEM_ERROR",
        _ => code.ToUpperInvariant(),
    };

    private static object? DetailsOf(Error error)
    {
        if (!error.Problems.IsEmpty) return ProblemBody.Of(error);
        return error.Details.IsEmpty ? null : error.Details;
    }
}
