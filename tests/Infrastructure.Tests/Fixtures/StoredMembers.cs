using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Makes members as they are stored.</summary>
internal static class StoredMembers
{
    /// <param name="change">What else there is to say of the user.</param>
    public static async Task<UserId> AddMemberAsync(
        this Installation installation, Organization organization, string name, MembershipRole role = MembershipRole.Member,
        DateTimeOffset? joinedAt = null, Action<User>? change = null)
    {
        var now = StoredToolSessions.Now;
        var user = User.Create(
            new UserId(Guid.CreateVersion7()), organization.TenantId, Random.Shared.NextInt64(1, 1L << 53), $"{name}@example.org", name, null, null,
            "hash", SystemRole.User, organization.Id, now);
        change?.Invoke(user);
        await using var db = installation.OpenContext();
        db.Add(user);
        db.Add(new Membership(organization.TenantId, organization.Id, user.Id, role, joinedAt ?? now));
        await db.SaveChangesAsync();
        return user.Id;
    }
}
