using ModuleX.Application.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Knows whether login sessions last, for what stays open after its request was admitted.</summary>
public interface ILoginSessionStandings
{
    /// <summary>
    /// What the session's user may do now, read from the database. Null: the session, its user or its tenant has ended; one that was left alone for
    /// too long ends now.
    /// </summary>
    Task<LoginSessionStanding?> FindAsync(TenantId tenant, LoginSessionId session, CancellationToken cancellationToken);

    /// <summary>Ends those login sessions of some users that were left alone for too long, and tells of each.</summary>
    Task EndIdleAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken);

    /// <summary>Adds a listener for changes within a second, by any node, for as long as the process lives.</summary>
    /// <param name="changed">Takes the id of a login session, a user, an organization or a tenant; null where anything may have changed.</param>
    void Listen(Action<Guid?> changed);
}

/// <summary>A login session that lasts.</summary>
/// <param name="CheckAt">When it may have ended by itself, so that it has to be asked for again.</param>
public sealed record LoginSessionStanding(Authority Authority, DateTimeOffset CheckAt);
