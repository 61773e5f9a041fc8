using ModuleX.Application.Idempotency;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>The HTTP status of an error: the same in every surface, but for requests of a wrong shape.</summary>
internal static class ErrorStatus
{
    public static int Of(Error error, ISurface surface) => error switch
    {
        { Code: IdentityErrors.AccountLockedCode } => StatusCodes.Status423Locked,
        { Code: RunErrors.DeadlineCode } => StatusCodes.Status504GatewayTimeout,
        { Code: RequestErrors.BodyTooLargeCode } => StatusCodes.Status413PayloadTooLarge,
        { Code: RequestErrors.ContentTypeCode } => StatusCodes.Status415UnsupportedMediaType,
        { Code: RequestErrors.MethodCode } => StatusCodes.Status405MethodNotAllowed,
        { Code: RequestErrors.InternalCode } => StatusCodes.Status500InternalServerError,
        { Code: ValidationErrors.Code or RequestErrors.InvalidCode } => surface.ValidationStatus,
        { Code: RunErrors.ParametersInvalidCode or IdempotencyErrors.KeyReusedCode } => surface.ValidationStatus,
        { Kind: ErrorKind.Invalid or ErrorKind.Expired } => StatusCodes.Status400BadRequest,
        { Kind: ErrorKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: ErrorKind.Conflict } => StatusCodes.Status409Conflict,
        { Kind: ErrorKind.Unauthenticated } => StatusCodes.Status401Unauthorized,
        { Kind: ErrorKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: ErrorKind.RateLimited } => StatusCodes.Status429TooManyRequests,
        { Kind: ErrorKind.Upstream } => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
