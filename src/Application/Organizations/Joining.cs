using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>What belongs to joining and leaving an organization, wherever it happens.</summary>
internal static class Joining
{
    /// <summary>Makes the user a member, with the role that new members get. Conflict: the organization is full.</summary>
    public static async Task<Result<Done>> JoinAsync(
        this IUnitOfWork work, Organization organization, UserId user, MembershipRole role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await work.Organizations.TryTakePlaceAsync(organization.Id, cancellationToken)) return OrganizationErrors.Full(organization.MaxUsers);
        work.Organizations.Add(new Membership(organization.TenantId, organization.Id, user, role, now));
        if (await work.Roles.FindByNameAsync(organization.Id, PermissionNames.MemberRole, cancellationToken) is { IsActive: true } starting)
            work.Roles.Add(new UserRole(organization.TenantId, user, starting.Id));
        work.Announce(user.Value);
        return Done.Result;
    }

    /// <summary>Joins, and makes it the user's home where that is only the default organization. Conflict: the organization is full.</summary>
    public static async Task<Result<Done>> WelcomeAsync(
        this IUnitOfWork work, Organization organization, User user, MembershipRole role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await work.JoinAsync(organization, user.Id, role, now, cancellationToken)).Failed(out var error, out var done)) return error;
        if (user.OrganizationId == (await work.Organizations.FindDefaultAsync(cancellationToken)).Id) user.MoveTo(organization.Id, now);
        return done;
    }

    /// <summary>Takes the membership away, and the roles and locations that came with it.</summary>
    public static async Task LeaveAsync(this IUnitOfWork work, Membership membership, CancellationToken cancellationToken)
    {
        var (organization, user) = (membership.OrganizationId, membership.UserId);
        foreach (var role in await work.Roles.ListRolesAsync(user, organization, cancellationToken))
            work.Roles.Remove(new UserRole(membership.TenantId, user, role));
        foreach (var place in await work.Locations.ListOfUserAsync(user, organization, cancellationToken)) work.Locations.Remove(place);
        work.Organizations.Remove(membership);
        await work.Organizations.FreePlaceAsync(organization, cancellationToken);
        work.Announce(user.Value);
    }

    /// <summary>After a user has left an organization: a home among the others, or else in the default organization. Conflict: that one is full.</summary>
    public static async Task<Result<Done>> FindHomeAsync(
        this IUnitOfWork work, User user, OrganizationId left, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var others = (await work.Organizations.ListMembershipsAsync(user.Id, cancellationToken)).Where(one => one.OrganizationId != left).ToList();
        var home = await work.Organizations.FindDefaultAsync(cancellationToken);
        if (others.All(one => one.OrganizationId != home.Id)
            && (await work.JoinAsync(home, user.Id, MembershipRole.Member, now, cancellationToken)).Failed(out var error, out _)) return error;
        if (user.OrganizationId == left) user.MoveTo(home.Id, now);
        foreach (var session in await work.Logins.ListLiveAsync(user.Id, now, cancellationToken))
        {
            if (session.OrganizationId == left) session.MoveTo(user.OrganizationId);
        }
        return Done.Result;
    }
}
