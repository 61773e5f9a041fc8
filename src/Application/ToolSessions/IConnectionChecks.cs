using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Notes when connections were tried.</summary>
public interface IConnectionChecks
{
    /// <summary>It was tried now.</summary>
    Task CheckedAsync(ToolSessionId session, CancellationToken cancellationToken);
}
