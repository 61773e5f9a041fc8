namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Section <c>Sessions</c>: tool sessions in memory.</summary>
internal sealed class ToolSessionCacheOptions
{
    /// <summary>How many sessions are kept in memory; the least recently used give way.</summary>
    public int MaxCached { get; set; } = 50_000;

    /// <summary>
    /// How long runs may go on with tool sessions in memory when the database is away, beyond the two seconds after which memory is not believed any more:
    /// so long what others have disconnected or disabled may still be used. Logins and keys are never believed for longer.
    /// </summary>
    public TimeSpan OutageAllowance { get; set; }
}
