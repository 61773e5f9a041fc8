using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Idempotency;

/// <summary>Why a request with an idempotency key is refused.</summary>
public static class IdempotencyErrors
{
    public const string KeyReusedCode = "idempotency_key_reused";

    public const int MaximumLength = 255;

    public static Error KeyInvalid { get; } =
        ValidationErrors.Invalid([new Problem("/idempotency_key", $"An Idempotency-Key has 1 to {MaximumLength} characters that can be seen")]);

    /// <summary>The status of a surface's own validation errors.</summary>
    public static Error KeyReused { get; } =
        new(ErrorKind.Invalid, KeyReusedCode, "This Idempotency-Key was used with other arguments");

    public static bool IsKeyOrNone(string? key) => key is null || (key.Length is > 0 and <= MaximumLength && !key.Any(char.IsControl));

    /// <summary>The first one is under way, or it died and how far it came is not known.</summary>
    public static Error InFlight { get; } =
        new(ErrorKind.Conflict, "idempotency_key_in_flight", "A request with this Idempotency-Key is under way, or was interrupted; it is not done twice");
}
