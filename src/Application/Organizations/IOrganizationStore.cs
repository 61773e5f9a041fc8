using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>
/// The organizations of a unit of work's tenant and their members. What is found may be changed; the commit writes it. Deleted ones are not there.
/// </summary>
public interface IOrganizationStore
{
    Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken);

    /// <summary>The one that every tenant has.</summary>
    Task<Organization> FindDefaultAsync(CancellationToken cancellationToken);

    Task<bool> IsSlugTakenAsync(string slug, CancellationToken cancellationToken);

    /// <param name="name">Without regard to case, as far as the database tells letters apart.</param>
    Task<bool> IsNameTakenAsync(string name, OrganizationId? except, CancellationToken cancellationToken);

    Task<bool> IsDomainTakenAsync(string domain, OrganizationId? except, CancellationToken cancellationToken);

    void Add(Organization organization);

    /// <summary>Holds the organization: no other unit of work changes it, or who belongs to it, until this one ends. Before anything of it is read.</summary>
    Task HoldAsync(OrganizationId id, CancellationToken cancellationToken);

    /// <summary>Ends the service keys that act for the organization; servers stop taking them within a second.</summary>
    Task RevokeKeysAsync(OrganizationId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Takes one of the organization's places, in one step with the check. False when all are taken.</summary>
    Task<bool> TryTakePlaceAsync(OrganizationId id, CancellationToken cancellationToken);

    Task FreePlaceAsync(OrganizationId id, CancellationToken cancellationToken);

    Task<Membership?> FindMembershipAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken);

    Task<IReadOnlyList<Membership>> ListMembershipsAsync(UserId user, CancellationToken cancellationToken);

    Task<IReadOnlyList<Membership>> ListMembersAsync(OrganizationId organization, CancellationToken cancellationToken);

    void Add(Membership membership);

    void Remove(Membership membership);

    /// <summary>
    /// Owners who are active users and no viewers. Another unit of work that counts them waits for this one to end, so that the last one stays.
    /// </summary>
    Task<int> CountOwnersAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>Members who are active users.</summary>
    Task<int> CountActiveMembersAsync(OrganizationId organization, CancellationToken cancellationToken);
}
