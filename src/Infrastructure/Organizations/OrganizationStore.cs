using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Organizations;

internal sealed class OrganizationStore(ModuleXDbContext db) : IOrganizationStore
{
    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        db.Organizations.AsTracking().SingleOrDefaultAsync(organization => organization.Id == id, cancellationToken);

    public Task<Organization> FindDefaultAsync(CancellationToken cancellationToken) =>
        db.Organizations.AsTracking().SingleAsync(organization => organization.IsDefault, cancellationToken);

    public Task<bool> IsSlugTakenAsync(string slug, CancellationToken cancellationToken) =>
        db.Organizations.AnyAsync(organization => organization.Slug == slug, cancellationToken);

    public Task<bool> IsNameTakenAsync(string name, OrganizationId? except, CancellationToken cancellationToken)
    {
        var (written, key) = (name.Trim(), NameKey.Of(name));
        var others = except is { } own ? db.Organizations.Where(organization => organization.Id != own) : db.Organizations;
#pragma warning disable CA1862 // The databases have no comparison, only lower().
        return others.AnyAsync(organization => organization.Name == written || organization.Name.ToLower() == key, cancellationToken);
#pragma warning restore CA1862
    }

    public Task<bool> IsDomainTakenAsync(string domain, OrganizationId? except, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(domain);
        var others = except is { } own ? db.Organizations.Where(organization => organization.Id != own) : db.Organizations;
        return others.AnyAsync(organization => organization.Domain == key, cancellationToken);
    }

    public void Add(Organization organization) => db.Organizations.Add(organization);

    // Writes nothing new, but locks the row.
    public Task HoldAsync(OrganizationId id, CancellationToken cancellationToken) => db.Organizations.Where(organization => organization.Id == id)
        .ExecuteUpdateAsync(row => row.SetProperty(organization => organization.MemberCount, organization => organization.MemberCount), cancellationToken);

    public Task RevokeKeysAsync(OrganizationId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.ApiKeys.Where(key => key.OrganizationId == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, now), cancellationToken);

    public async Task<bool> TryTakePlaceAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await db.Organizations.Where(organization => organization.Id == id && organization.MemberCount < organization.MaxUsers)
            .ExecuteUpdateAsync(row => row.SetProperty(organization => organization.MemberCount, organization => organization.MemberCount + 1),
                cancellationToken) == 1;

    public Task FreePlaceAsync(OrganizationId id, CancellationToken cancellationToken) =>
        db.Organizations.Where(organization => organization.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(organization => organization.MemberCount, organization => organization.MemberCount - 1),
                cancellationToken);

    public Task<Membership?> FindMembershipAsync(OrganizationId organization, UserId user, CancellationToken cancellationToken) =>
        db.Memberships.AsTracking()
            .SingleOrDefaultAsync(membership => membership.OrganizationId == organization && membership.UserId == user, cancellationToken);

    public async Task<IReadOnlyList<Membership>> ListMembershipsAsync(UserId user, CancellationToken cancellationToken) =>
        await db.Memberships.AsTracking().Where(membership => membership.UserId == user).OrderBy(membership => membership.JoinedAt)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Membership>> ListMembersAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        await db.Memberships.AsTracking().Where(membership => membership.OrganizationId == organization).OrderBy(membership => membership.JoinedAt)
            .ToListAsync(cancellationToken);

    public void Add(Membership membership) => db.Memberships.Add(membership);

    public void Remove(Membership membership) => db.Memberships.Remove(membership);

    public async Task<int> CountOwnersAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        // Of two owners who remove each other at once, the second one counts again.
        await HoldAsync(organization, cancellationToken);
        return await ActiveMembers(organization)
            .CountAsync(membership => membership.Role == MembershipRole.Owner
            && db.Users.Any(user => user.Id == membership.UserId && user.Role > SystemRole.Viewer), cancellationToken);
    }

    public Task<int> CountActiveMembersAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        ActiveMembers(organization).CountAsync(cancellationToken);

    private IQueryable<Membership> ActiveMembers(OrganizationId organization) => db.Memberships
        .Where(membership => membership.OrganizationId == organization && db.Users.Any(user => user.Id == membership.UserId && user.IsActive));
}
