namespace ModuleX.Domain.Results;

/// <summary>What callers are told of a bug: nothing but where the log knows more.</summary>
public static class InternalErrors
{
    /// <summary>500 in every surface.</summary>
    public const string Code = "internal_error";

    /// <param name="traceId">By which the log knows more.</param>
    public static Error Of(string traceId) => new(ErrorKind.Unavailable, Code, $"Internal server error (trace {traceId})");
}
