using ModuleX.Application.Events;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Events;

/// <summary>Those who watch on this node.</summary>
public interface IEventAudience
{
    /// <summary>Whether it may have an audience. Asked on the path that raises it, so it must be quick.</summary>
    bool Hears(LiveEvent happened);

    /// <inheritdoc cref="IEvents.Hears"/>
    bool Hears(UserId user);
}
