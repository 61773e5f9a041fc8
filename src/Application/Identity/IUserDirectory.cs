using ModuleX.Application.Paging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Reads users. Changes nothing.</summary>
public interface IUserDirectory
{
    Task<User?> FindAsync(TenantId tenant, UserId id, CancellationToken cancellationToken);

    Task<User?> FindByEmailAsync(TenantId tenant, string email, CancellationToken cancellationToken);

    /// <summary>Who signs in by this: whose e-mail address it is, or else whose username.</summary>
    Task<User?> FindByLoginNameAsync(TenantId tenant, string name, CancellationToken cancellationToken);

    /// <param name="number">See <see cref="User.Number"/>.</param>
    Task<User?> FindByNumberAsync(TenantId tenant, long number, CancellationToken cancellationToken);

    /// <summary>What documents call people by; ids that are no user's are left out.</summary>
    Task<IReadOnlyDictionary<UserId, UserNameView>> ListNamesAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<UserView>> ListAsync(TenantId tenant, UserFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A user's organizations that are not deleted, the home first, then by name.</summary>
    Task<IReadOnlyList<MembershipView>> ListMembershipsAsync(TenantId tenant, UserId user, CancellationToken cancellationToken);

    /// <summary>Sessions that have neither ended nor expired, the last used first.</summary>
    Task<IReadOnlyList<LoginSessionView>> ListSessionsAsync(TenantId tenant, UserId user, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Active users with at least the role.</summary>
    Task<int> CountAsync(TenantId tenant, SystemRole atLeast, CancellationToken cancellationToken);
}

/// <summary>Which users; null does not matter.</summary>
/// <param name="Home">The home organization.</param>
/// <param name="Search">A part of the e-mail address, username or names, without regard to case.</param>
/// <param name="Only">This one alone.</param>
public sealed record UserFilter(OrganizationId? Home = null, string? Search = null, bool? IsActive = null, UserId? Only = null);
