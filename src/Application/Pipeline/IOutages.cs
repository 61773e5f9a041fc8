using ModuleX.Domain.Results;

namespace ModuleX.Application.Pipeline;

/// <summary>Tells what the server stands on and does not get now from bugs.</summary>
public interface IOutages
{
    /// <summary>What callers are told: Unavailable, and when to come again. Null where the exception is a bug.</summary>
    /// <param name="exception">An <see cref="UnavailableException"/> says it itself.</param>
    Error? Find(Exception exception);
}
