using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>The connect URLs that were handed out in the last minutes: one for each session, the same on every node.</summary>
public interface IConnectUrlCache
{
    /// <summary>How long a URL is handed out: half of an authorization's lifetime, so that each leaves time to use it.</summary>
    static TimeSpan Lifetime => PendingAuthorization.Lifetime / 2;

    /// <summary>The URL that serves a session now, or a new one. Callers at the same time share it: each of their own would push out the others'.</summary>
    /// <param name="credential">The credential that was refused: the next one gets a URL of its own. Null where none is held.</param>
    /// <param name="begin">Gives null when there can be no URL; that is not kept.</param>
    Task<string?> GetOrAddAsync(ToolSessionId id, Guid? credential, Func<Task<string?>> begin);

    /// <summary>Says that the session's authorizations were used or thrown away: a URL from before is of no use.</summary>
    void Forget(ToolSessionId id);
}
