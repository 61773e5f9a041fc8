using System.Collections.Immutable;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;

namespace ModuleX.Domain.ToolSessions;

/// <summary>
/// Who may use a connection that an organization shares. External owners are no members and have no roles: they use only what is shared with everybody.
/// </summary>
/// <param name="Everybody">All members, and the external owners of the organization.</param>
/// <param name="Roles">Members who have one of these active roles.</param>
/// <param name="People">These members.</param>
public sealed record SharingRule(bool Everybody, ImmutableArray<RoleId> Roles, ImmutableArray<UserId> People)
{
    /// <summary>How many roles and people a rule may name.</summary>
    public const int MaximumNames = 100;

    /// <param name="roles">What the owner has in the organization that shares; empty for an external owner.</param>
    public bool Admits(OwnerId owner, ImmutableHashSet<RoleId> roles)
    {
        if (Everybody) return true;
        if (owner.FindUser() is not { } user) return false;
        return People.Contains(user) || Roles.Any(roles.Contains);
    }

    /// <summary>By content; the arrays of a record compare by reference.</summary>
    public bool Equals(SharingRule? other) =>
        other is not null && Everybody == other.Everybody && Roles.SequenceEqual(other.Roles) && People.SequenceEqual(other.People);

    public override int GetHashCode() => HashCode.Combine(Everybody, Roles.Length, People.Length);
}
