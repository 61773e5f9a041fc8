using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Events;

/// <summary>Tells watchers what has just happened.</summary>
public interface IEvents
{
    /// <summary>
    /// Hands it over and returns at once, without knowing whether it came through. Only for what is true already: a change is told after its commit
    /// (<see cref="IUnitOfWork.Tell"/>).
    /// </summary>
    void Publish(LiveEvent happened);

    /// <summary>Whether the user may be watching, on any node; for what costs something to tell.</summary>
    bool Hears(UserId user);
}
