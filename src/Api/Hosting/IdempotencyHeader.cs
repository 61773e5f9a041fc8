using ModuleX.Application.Idempotency;

namespace ModuleX.Api.Hosting;

/// <summary>The header that makes an execution happen once, the same in every surface.</summary>
internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    /// <summary>For the descriptions of endpoints that take it.</summary>
    public static RequestParameter Parameter { get; } = new(
        Name, IsHeader: true, IsRequired: false, "Makes the run happen once: the same key with the same arguments gets the first one's answer for 24 hours.",
        MaximumLength: IdempotencyErrors.MaximumLength);

    /// <summary>Null for none.</summary>
    /// <exception cref="InvalidRequestException">There is more than one: to take none of them would run the action twice.</exception>
    public static string? In(HttpRequest request) => request.Headers[Name] switch
    {
        [] => null,
        [var key] => key,
        _ => throw new InvalidRequestException(RequestErrors.Invalid($"{Name} is given more than once")),
    };
}
