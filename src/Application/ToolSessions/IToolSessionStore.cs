using ModuleX.Domain.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// The tool sessions of owners who go, in a unit of work. To release sessions is to move their credentials, sealed, to the queue of revocations, and
/// to forget the authorizations under way and the switches. The unit of work announces the owner, so that no node goes on with what it remembers.
/// </summary>
public interface IToolSessionStore
{
    /// <summary>Releases the sessions of a user.</summary>
    Task ReleaseAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Releases the sessions of the external owners of an organization and those that it shares; its members keep theirs.</summary>
    Task ReleaseAsync(OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Releases all sessions of a tenant, which need not be the unit of work's.</summary>
    Task ReleaseAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletes all sessions of a tenant and what waits to be revoked: with the tenant's keys gone, it opens no more.</summary>
    Task WipeAsync(TenantId tenant, CancellationToken cancellationToken);
}
