using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Organizations;

/// <summary>A user's place in an organization.</summary>
public sealed class Membership
{
    public Membership(TenantId tenantId, OrganizationId organizationId, UserId userId, MembershipRole role, DateTimeOffset joinedAt)
    {
        TenantId = tenantId;
        OrganizationId = organizationId;
        UserId = userId;
        Role = role;
        JoinedAt = joinedAt;
    }

    public TenantId TenantId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    public UserId UserId { get; private set; }

    public MembershipRole Role { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    public void SetRole(MembershipRole role) => Role = role;
}
