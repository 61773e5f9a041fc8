using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Application.Invitations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Email">Only the person with this address can accept.</param>
/// <param name="Role">What the person becomes; not above the caller's own. `member` without it.</param>
/// <param name="ExpiresIn">For how many seconds it can be accepted; a week without it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateInvitationRequest(
    [property: MaxLength(254)] string Email,
    [property: AllowedValues("member", "admin", "owner")] string? Role = null,
    [property: Range(300, 2_592_000)] int? ExpiresIn = null)
{
    public TimeSpan ToLifetime() => ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : Invitation.DefaultLifetime;
}

/// <summary>An invitation to an organization.</summary>
/// <param name="Email">Only the person with this address can accept.</param>
/// <param name="Role">What the person becomes.</param>
/// <param name="InvitedBy">The id of the user who made it.</param>
/// <param name="AcceptedAt">Null until it is accepted.</param>
/// <param name="AcceptedBy">The id of the user who has joined; null until then.</param>
internal sealed record InvitationResponse(
    InvitationId Id, string Email, [property: AllowedValues("member", "admin", "owner")] string Role,
    [property: AllowedValues("open", "accepted", "expired")] string State, UserId InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? AcceptedAt, UserId? AcceptedBy)
{
    public static InvitationResponse Of(InvitationView view) => new(
        view.Id, view.Email, WordOf(view.Role), WordOf(view.State), view.InvitedBy, view.CreatedAt, view.ExpiresAt, view.AcceptedAt, view.AcceptedBy);

    private static string WordOf(Enum value) => value.ToString().ToLowerInvariant();
}

/// <summary>An invitation that was just made.</summary>
/// <param name="Invitation">As it is shown later, too.</param>
/// <param name="Url">What the person opens: hand it over, no mail is sent. It is shown this once.</param>
internal sealed record NewInvitationResponse(InvitationResponse Invitation, string Url)
{
    public static NewInvitationResponse Of(NewInvitationView made) => new(InvitationResponse.Of(made.Invitation), made.Url);

    public override string ToString() => Invitation.Id.ToString();
}
