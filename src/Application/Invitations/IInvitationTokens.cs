using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Invitations;

/// <summary>Reads invitations before it is known whose they are.</summary>
public interface IInvitationTokens
{
    /// <summary>The invitation as it is now, not to be changed; null where there is none, or its tenant is deactivated.</summary>
    /// <param name="tokenHash">Of <see cref="Invitation.HashOf"/>.</param>
    Task<FoundInvitation?> FindAsync(string tokenHash, CancellationToken cancellationToken);
}

/// <summary>An invitation that a token led to.</summary>
/// <param name="TenantDomain">Where its person signs in.</param>
public sealed record FoundInvitation(Invitation Invitation, string TenantDomain);
