using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Thrown while a request is bound, where the framework knows no other way to refuse one with an own body.</summary>
internal sealed class InvalidRequestException(Error error) : BadHttpRequestException(error.Message)
{
    public Error Error { get; } = error;
}
