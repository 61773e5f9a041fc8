using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>An organization that has an active owner keeps one.</summary>
internal static class OwnerRule
{
    /// <summary>Conflict: the membership is the last owner's, and is about to end or change.</summary>
    public static async Task<Result<Done>> RequireOtherOwnerAsync(this IUnitOfWork work, Membership membership, User user, CancellationToken cancellationToken)
    {
        if (membership.Role != MembershipRole.Owner) return Done.Result;
        var others = await work.Organizations.CountOwnersAsync(membership.OrganizationId, cancellationToken) - (user.CanChange ? 1 : 0);
        return others > 0 ? Done.Result : OrganizationErrors.LastOwner;
    }
}
