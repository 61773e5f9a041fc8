using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Identity;

/// <summary>What kind of session a login begins.</summary>
/// <param name="KeepsRefreshToken">True where the refresh answers no new refresh token, so that the first one stays good (document 3).</param>
/// <param name="IsRemembered">Whether refresh tokens last for longer.</param>
/// <param name="OrganizationSlug">The organization that its requests are about; null for the user's home.</param>
public sealed record LoginTerms(bool KeepsRefreshToken = false, bool IsRemembered = false, string? OrganizationSlug = null)
{
    /// <summary>The organization of the slug among the user's, or the home where none is named; null where it is none of the user's, or inactive.</summary>
    internal OrganizationId? ChooseFrom(IReadOnlyList<MembershipView> memberships, OrganizationId home) => OrganizationSlug is null
        ? home
        : memberships.FirstOrDefault(one => one.IsActive && one.Slug == OrganizationSlug)?.Id;
}
