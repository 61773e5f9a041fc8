using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Invitations;

/// <summary>
/// Reads an invitation by its link's token. Changes nothing, because mail scanners open links, too. NotFound: there is none, or its organization is gone.
/// </summary>
/// <param name="Person">The person who is signed in; null if there is none.</param>
public sealed record OpenInvitationQuery(string Token, UserId? Person) : IQuery<OpenedInvitationView>
{
    public override string ToString() => nameof(OpenInvitationQuery);
}

/// <summary>An invitation as the person sees it.</summary>
/// <param name="TenantDomain">Where the person signs in.</param>
/// <param name="Access">
/// Why it can't be accepted: <see cref="InvitationErrors.OtherPerson"/> if another person is signed in, <see cref="InvitationErrors.SignIn"/> if no person is
/// signed in and the address has an account. Null otherwise.
/// </param>
/// <param name="Passwords">What the password of a new account must be like.</param>
public sealed record OpenedInvitationView(
    string OrganizationName, string Email, MembershipRole Role, InvitationState State, string TenantDomain, Error? Access, PasswordPolicy Passwords);

internal sealed class OpenInvitationHandler(
    IInvitationTokens tokens, IOrganizationRepository organizations, IReader<User> users, IPasswordPolicies policies, TimeProvider time)
    : IQueryHandler<OpenInvitationQuery, OpenedInvitationView>
{
    public async Task<Result<OpenedInvitationView>> Handle(OpenInvitationQuery query, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(Invitation.HashOf(query.Token), cancellationToken) is not { Invitation: var invitation } found)
            return InvitationErrors.NotFound;
        if (await organizations.FindAsync(invitation.TenantId, invitation.OrganizationId, cancellationToken) is not { IsActive: true } organization)
            return InvitationErrors.NotFound;
        return new OpenedInvitationView(
            organization.Name, invitation.Email, invitation.Role, invitation.StateAt(time.GetUtcNow()), found.TenantDomain,
            await AccessOfAsync(invitation, query.Person, cancellationToken), await policies.FindAsync(invitation.TenantId, cancellationToken));
    }

    private async Task<Error?> AccessOfAsync(Invitation invitation, UserId? person, CancellationToken cancellationToken)
    {
        var account = await users.FindByEmailAsync(invitation.TenantId, invitation.Email, cancellationToken);
        if (person is null) return account is null ? null : InvitationErrors.SignIn;
        return account?.Id == person ? null : InvitationErrors.OtherPerson;
    }
}
