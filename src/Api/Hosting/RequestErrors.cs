using System.Collections.Immutable;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>What is wrong with a request before any use case sees it.</summary>
internal static class RequestErrors
{
    /// <summary>A request that is wrong as a whole; one whose members are has <see cref="ValidationErrors.Code"/>.</summary>
    public const string InvalidCode = "bad_request";

    public const string BodyTooLargeCode = "body_too_large";
    public const string ContentTypeCode = "content_type";
    public const string MethodCode = "method_not_allowed";
    public const string InternalCode = InternalErrors.Code;

    public static Error BodyTooLarge { get; } = new(ErrorKind.Invalid, BodyTooLargeCode, "The request body is too large");

    public static Error ContentType { get; } = new(ErrorKind.Invalid, ContentTypeCode, "The request body must be JSON: send Content-Type: application/json");

    public static Error MethodNotAllowed { get; } = new(ErrorKind.Invalid, MethodCode, "Method Not Allowed");

    public static Error PathUnknown { get; } = new(ErrorKind.NotFound, "not_found", "Not Found");

    public static Error BodyMissing { get; } = Invalid("A request body is required");

    public static Error NotUnicode { get; } = Invalid("The request body has text that is not Unicode");

    /// <summary>400 on every surface, even where a wrong shape is 422: it is no text at all.</summary>
    public static Error NullCharacter { get; } = new(ErrorKind.Invalid, "null_character", "The request has text with the character U+0000");

    public static Error Invalid(string message) => new(ErrorKind.Invalid, InvalidCode, message);

    /// <summary>A request some of whose members are wrong.</summary>
    /// <param name="message">The sentence for the request as a whole.</param>
    public static Error Invalid(string message, params ImmutableArray<Problem> problems) => ValidationErrors.Invalid(problems) with { Message = message };
}
