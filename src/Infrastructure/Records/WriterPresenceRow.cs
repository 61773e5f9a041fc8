using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>A presence that one process noted.</summary>
internal sealed class WriterPresenceRow : Presence
{
    /// <summary>The <see cref="ProcessIdentity"/> of the process.</summary>
    public Guid WriterId { get; init; }
}
