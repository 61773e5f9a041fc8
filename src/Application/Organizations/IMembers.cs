using ModuleX.Application.Identity;
using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Organizations;

/// <summary>Reads who belongs to which organization: joins, which no specification says.</summary>
public interface IMembers
{
    Task<Page<MemberView>> ListAsync(TenantId tenant, OrganizationId organization, MemberFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A user's organizations that are not deleted, the home first, then by name.</summary>
    Task<IReadOnlyList<MembershipView>> ListOfUserAsync(TenantId tenant, UserId user, CancellationToken cancellationToken);

    Task<MemberStatisticsView> CountAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Null when the user is not a member.</summary>
    /// <param name="newest">How many login sessions and activities to give at the most.</param>
    Task<MemberDetailsView?> FindAsync(
        TenantId tenant, OrganizationId organization, UserId user, int newest, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Which members, and in what order; null does not matter.</summary>
/// <param name="Search">A part of the e-mail address, username or names, without regard to case.</param>
public sealed record MemberFilter(string? Search = null, bool? IsActive = null, MemberOrder Order = MemberOrder.JoinedAt, bool IsDescending = false);

/// <summary>What members are ordered by. Members who were never active come last, whatever the direction.</summary>
public enum MemberOrder
{
    JoinedAt,
    Name,
    Email,
    CreatedAt,
    LastActive,
}
