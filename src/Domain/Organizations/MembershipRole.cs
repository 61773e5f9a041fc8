namespace ModuleX.Domain.Organizations;

/// <summary>What a member is in an organization, from the least to the most. The order is compared.</summary>
public enum MembershipRole
{
    Member = 0,
    Admin = 1,
    Owner = 2,
}
