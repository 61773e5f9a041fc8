using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>What is wrong with a request before any use case sees it.</summary>
internal static partial class RequestErrors
{
    /// <summary>A request that is wrong as a whole; one whose members are has <see cref="Application.Pipeline.ValidationErrors.Code"/>.</summary>
    public const string InvalidCode = "bad_request";

    public const string BodyTooLargeCode = "body_too_large";
    public const string ContentTypeCode = "content_type";
    public const string MethodCode = "method_not_allowed";
    public const string InternalCode = "internal_error";

    public static Error BodyTooLarge { get; } = new(ErrorKind.Invalid, BodyTooLargeCode, "The request body is too large");

    public static Error ContentType { get; } = new(ErrorKind.Invalid, ContentTypeCode, "The request body must be JSON: send Content-Type: application/json");

    public static Error MethodNotAllowed { get; } = new(ErrorKind.Invalid, MethodCode, "Method Not Allowed");

    public static Error PathUnknown { get; } = new(ErrorKind.NotFound, "not_found", "Not Found");

    public static Error NotUnicode { get; } = Invalid("The request body has text that is not Unicode");

    public static Error Invalid(string message) => new(ErrorKind.Invalid, InvalidCode, message);

    /// <param name="traceId">By which the log knows more.</param>
    public static Error Internal(string traceId) => new(ErrorKind.Unavailable, InternalCode, $"Internal server error (trace {traceId})");

    /// <summary>Says what is wrong with a body without repeating it: values may be secrets, and type names are nobody's business.</summary>
    public static Error OfJson(JsonException exception)
    {
        if (Missing().Match(exception.Message) is { Success: true } missing) return Invalid($"The request body lacks {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}");
        if (exception.Message.Contains("depth", StringComparison.Ordinal)) return Invalid("The request body is nested too deeply");
        if (exception.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase)) return Invalid("The request body has a property twice");
        return exception.Path is { Length: > 1 } path
            ? Invalid($"The request body has a wrong value at {path}")
            : Invalid($"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
    }

    /// <summary>What the framework says about a request that it can't bind, without the words that are for whoever wrote the endpoint.</summary>
    public static Error OfBinding(string message)
    {
        if (message.StartsWith("Implicit body", StringComparison.Ordinal)) return Invalid("A request body is required");
        return Unbound().Match(message) is { Success: true } parameter ? Invalid($"{parameter.Groups[1].Value} has a wrong value") : Invalid(message.TrimEnd('.'));
    }

    [GeneratedRegex("^Failed to bind parameter \"[^\" ]+ ([^\" ]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unbound();

    [GeneratedRegex(@"missing required properties including: ([^.]*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
