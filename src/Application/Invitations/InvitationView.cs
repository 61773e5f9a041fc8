using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Invitations;

/// <summary>An invitation as those who administer its organization see it; its link is shown once, when it is made.</summary>
/// <param name="State">As of now.</param>
/// <param name="AcceptedAt">Null until it is accepted.</param>
/// <param name="AcceptedBy">Who has joined; null until then.</param>
public sealed record InvitationView(
    InvitationId Id, OrganizationId Organization, string Email, MembershipRole Role, InvitationState State, UserId InvitedBy, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? AcceptedAt, UserId? AcceptedBy)
{
    public static InvitationView Of(Invitation invitation, DateTimeOffset now) => new(
        invitation.Id, invitation.OrganizationId, invitation.Email, invitation.Role, invitation.StateAt(now), invitation.InvitedBy, invitation.CreatedAt,
        invitation.ExpiresAt, invitation.AcceptedAt, invitation.AcceptedBy);
}
