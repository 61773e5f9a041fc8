using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Hosting;

/// <summary>What an error is called for programs, in document 1's words and in every surface that has none of its own.</summary>
internal static class ErrorCode
{
    public static string Of(Error error, int status) => error.Code switch
    {
        // What an agent has to tell apart, for each wants something else of it.
        CatalogErrors.ToolNotFoundCode or CatalogErrors.ActionNotFoundCode or ToolSessionErrors.NotConnectedCode or IntegrationErrors.NotInstalledCode =>
            error.Code.ToUpperInvariant(),
        ValidationErrors.Code or RequestErrors.InvalidCode or RunErrors.ParametersInvalidCode => "VALIDATION_ERROR",
        _ => Of(error.Code, status),
    };

    private static string Of(string code, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "AUTHENTICATION_FAILED",
        StatusCodes.Status403Forbidden => "AUTHORIZATION_DENIED",
        StatusCodes.Status404NotFound => "RESOURCE_NOT_FOUND",
        StatusCodes.Status422UnprocessableEntity => "VALIDATION_ERROR",
        StatusCodes.Status429TooManyRequests => "RATE_LIMIT_EXCEEDED",
        StatusCodes.Status500InternalServerError => "INTERNAL_ERROR",
        _ => code.ToUpperInvariant(),
    };
}
