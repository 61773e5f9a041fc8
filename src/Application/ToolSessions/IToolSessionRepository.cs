using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.ToolSessions;

/// <summary>Stores tool sessions: one row a session, and none for a session that holds nothing.</summary>
public interface IToolSessionRepository
{
    /// <summary>The session as stored, or an empty one.</summary>
    Task<ToolSessionSnapshot> LoadAsync(ToolSessionId id, CancellationToken cancellationToken);

    /// <summary>Every session of an owner that has a row, ordered by tool.</summary>
    Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken);

    /// <summary>Those of one tool, in no order.</summary>
    Task<IReadOnlyList<ToolSessionSnapshot>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken);

    /// <summary>When an owner last used each tool, by its name; those that were never used are not there.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> ListLastUsesAsync(TenantId tenant, OwnerId owner, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the session if what is stored still has its version; a session that holds nothing is removed. Durable when it returns.
    /// Conflict: another request else wrote it since it was loaded. Forbidden: its owner is deleted or deactivated, and it would hold something. Nothing was
    /// written then.
    /// </summary>
    /// <param name="stored">What was loaded; the difference decides what else is announced.</param>
    /// <returns>The snapshot with its new version; 0 after a removal.</returns>
    Task<Result<ToolSessionSnapshot>> SaveAsync(ToolSessionSnapshot stored, ToolSessionSnapshot session, CancellationToken cancellationToken);
}
