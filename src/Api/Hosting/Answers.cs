using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Ends an endpoint: what its use case gave, in the words of the surface, or the error of the surface.</summary>
internal static class Answers
{
    /// <param name="toWire">Makes the body; an <see cref="IResult"/> is sent as it is.</param>
    public static IResult Answer<T, TWire>(Result<T> result, Func<T, TWire> toWire, int status = StatusCodes.Status200OK)
    {
        if (result.Failed(out var error, out var value)) return error.ToResult();
        var body = toWire(value);
        return body as IResult ?? Results.Json(body, statusCode: status);
    }

    /// <inheritdoc cref="Answer{T, TWire}(Result{T}, Func{T, TWire}, int)"/>
    public static IResult Answer<T, TWire>(Result<T> result, Func<TWire> toWire, int status = StatusCodes.Status200OK) => Answer(result, _ => toWire(), status);
}
