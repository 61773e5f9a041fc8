namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Section <c>Sessions</c>: the memory of the embedded host.</summary>
internal sealed class ToolSessionCacheOptions
{
    /// <summary>How many sessions are kept in memory; the least recently used give way.</summary>
    public int MaxCached { get; set; } = 50_000;
}
