using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Knows as which OAuth client ModuleX acts for a session.</summary>
public interface IOAuthClients
{
    /// <summary>Null where none is set up for the tool.</summary>
    ValueTask<OAuthClient?> FindAsync(ToolSessionId session, CancellationToken cancellationToken);
}
