namespace ModuleX.Infrastructure.Access;

/// <summary>
/// Says that rights or a tool session have changed. Every process reads these twice a second and forgets what it knew; old ones are removed. Written in the
/// transaction of the change itself, so that nothing is acknowledged that others can't see.
/// </summary>
internal sealed class AccessChangeRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The id of a login session, a user, an organization or a tenant; of a tool session what <see cref="ToolSessions.ToolSessionSubject"/> makes.
    /// </summary>
    public required Guid Subject { get; init; }

    /// <summary>The version that a tool session has now, 0 for one that was removed; null for every other subject.</summary>
    public long? SessionVersion { get; init; }

    /// <summary>The process that wrote it; null for one of an older version. It need not read its own.</summary>
    public Guid? Writer { get; init; }
}
