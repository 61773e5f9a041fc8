using ModuleX.Application.Events;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Events;

/// <summary>Those who watch on this node.</summary>
public interface IEventAudience
{
    /// <summary>Whether an admin watches: what concerns a tenant is for admins.</summary>
    bool HasAdmins { get; }

    /// <summary>All who watch.</summary>
    IReadOnlyCollection<UserId> Users { get; }

    /// <summary>Whether it may have an audience. Asked on the path that raises it, so it must be quick.</summary>
    bool Hears(LiveEvent happened);

    /// <inheritdoc cref="IEvents.Hears"/>
    bool Hears(UserId user);

    /// <summary>Adds a listener, for as long as the process lives.</summary>
    /// <param name="changed">
    /// Takes a user who may have come or gone, or become an admin or ceased to be one. Called after the change, and must be quick.
    /// </param>
    void Listen(Action<UserId> changed);
}
