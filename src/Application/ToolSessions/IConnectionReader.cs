using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Reads connections as they are stored, for lists and by their ids.</summary>
public interface IConnectionReader
{
    /// <summary>Null for none of the tenant.</summary>
    Task<StoredConnection?> FindAsync(TenantId tenant, Guid connection, CancellationToken cancellationToken);

    /// <summary>Newest first; what was begun and never connected is left out.</summary>
    Task<CursorPage<StoredConnection>> ListAsync(TenantId tenant, ConnectionFilter filter, CursorRequest page, CancellationToken cancellationToken);
}

/// <summary>A connection with what is written of its use past its version.</summary>
/// <param name="LastUsedAt">When a run last used it, to a few seconds; null for never.</param>
/// <param name="LastCheckedAt">When its credential was last tried; null for never.</param>
public sealed record StoredConnection(ToolSessionSnapshot Session, DateTimeOffset? LastUsedAt, DateTimeOffset? LastCheckedAt);

/// <summary>Which connections: those of these owners, or of the external owners of an organization and what it shares.</summary>
/// <param name="AllOf">Null where the owners are named.</param>
/// <param name="Tool">Null for every tool.</param>
public sealed record ConnectionFilter(IReadOnlyList<OwnerId> Owners, OrganizationId? AllOf, string? Tool);
