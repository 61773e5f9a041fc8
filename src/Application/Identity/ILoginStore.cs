using ModuleX.Domain.Identity;

namespace ModuleX.Application.Identity;

/// <summary>The login sessions of a unit of work's tenant, their refresh tokens, and the guards against guessing.</summary>
public interface ILoginStore
{
    /// <summary>
    /// The guard of a name, held until the unit of work ends; a new one, of no failures, where there is none. Asked for before anything is changed.
    /// </summary>
    Task<LoginGuard> GuardAsync(string nameHash, CancellationToken cancellationToken);

    Task ForgetGuardAsync(string nameHash, CancellationToken cancellationToken);

    void Add(LoginSession session);

    void Add(RefreshToken token);

    Task<LoginSession?> FindAsync(LoginSessionId id, CancellationToken cancellationToken);

    /// <summary>Sessions of a user that have neither ended nor expired.</summary>
    Task<IReadOnlyList<LoginSession>> ListLiveAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken);

    Task<RefreshToken?> FindTokenAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Uses a refresh token up, in one step with the check. False when another request has.</summary>
    Task<bool> TryUseAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken);
}
