using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Invitations;

/// <summary>The invitations of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IInvitationStore
{
    Task<Invitation?> FindAsync(InvitationId id, CancellationToken cancellationToken);

    /// <summary>The one of an organization for an e-mail address, open or ended.</summary>
    Task<Invitation?> FindAsync(OrganizationId organization, string email, CancellationToken cancellationToken);

    void Add(Invitation invitation);

    void Remove(Invitation invitation);

    /// <summary>Deletes those of an organization that ended, accepted or not, before a moment.</summary>
    Task ForgetAsync(OrganizationId organization, DateTimeOffset endedBefore, CancellationToken cancellationToken);
}
