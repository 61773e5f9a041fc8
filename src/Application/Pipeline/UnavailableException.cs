using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>Something that the server stands on is not there now. Nothing was changed; every use case answers the error.</summary>
/// <param name="error">Of the kind <see cref="ErrorKind.Unavailable"/>.</param>
public sealed class UnavailableException(Error error, Exception? cause = null) : Exception(error.Message, cause)
{
    public Error Error { get; } = error;
}
