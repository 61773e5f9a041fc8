using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Audit;

/// <summary>Reads what was recorded. Changes nothing.</summary>
public interface IAuditTrail
{
    /// <summary>Newest first.</summary>
    Task<Page<AuditView>> ListAsync(TenantId tenant, AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Everything that matches, newest first, some hundred entries at a time: the reader may be slow, and meanwhile nothing is held open.</summary>
    IAsyncEnumerable<AuditView> ReadAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken);

    /// <summary>How many entries there are of each action and status, counted by the database.</summary>
    Task<IReadOnlyList<AuditCount>> CountByActionAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken);

    /// <summary>How many entries there are of each resource and status, counted by the database.</summary>
    Task<IReadOnlyList<AuditCount>> CountByResourceAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken);

    /// <summary>How many different users the entries are put down to.</summary>
    Task<int> CountUsersAsync(TenantId tenant, AuditFilter filter, CancellationToken cancellationToken);
}

/// <summary>Which entries; null does not matter.</summary>
/// <param name="Since">The first moment.</param>
/// <param name="Until">The moment after the last one.</param>
/// <param name="Actions">Any of these.</param>
public sealed record AuditFilter(
    OrganizationId? Organization = null, UserId? User = null, string? Action = null, string? Resource = null, string? Status = null,
    DateTimeOffset? Since = null, DateTimeOffset? Until = null, IReadOnlyCollection<string>? Actions = null);

/// <summary>How many entries are of one action or resource, and of one status.</summary>
public sealed record AuditCount(string Name, string Status, int Count);
