namespace ModuleX.Domain.ToolSessions;

/// <summary>Where a session's connection stands.</summary>
public enum ConnectionState
{
    /// <summary>Nothing is connected and nothing was begun.</summary>
    Disconnected,

    /// <summary>An authorization was begun.</summary>
    Pending,

    Active,

    /// <summary>Connected, and the token ends within the leeway: the next run refreshes it.</summary>
    Expiring,

    /// <summary>The last refresh failed for a reason that may pass; the next run tries again.</summary>
    RefreshFailed,

    /// <summary>The service refused the credential for good: the person must connect again.</summary>
    NeedsReconnect,
}
