using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>The users of a unit of work's tenant. What is found may be changed; the commit writes it.</summary>
public interface IUserStore
{
    Task<User?> FindAsync(UserId id, CancellationToken cancellationToken);

    Task<User?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Conflict: another user than <paramref name="except"/> has the e-mail address or the username. Null is not looked for.</summary>
    Task<Result<Done>> CheckNamesAsync(string? email, string? username, UserId? except, CancellationToken cancellationToken);

    void Add(User user);

    /// <summary>Active super admins of the tenant. Another unit of work that counts them waits for this one to end, so that the last one stays.</summary>
    Task<int> CountSuperAdminsAsync(CancellationToken cancellationToken);

    /// <summary>Holds the user: no other unit of work holds or changes it until this one ends.</summary>
    Task HoldAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>Counts a login. Takes no part in races about the user's other values.</summary>
    Task RecordLoginAsync(UserId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Remembers the one token that may make the tenant's first super admin; an earlier one is good no more.</summary>
    /// <param name="hash">The SHA-256 of the token in lower-case hex.</param>
    Task OfferBootstrapAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Uses that token up, in one step with the check. False when it is another one, or was used.</summary>
    Task<bool> TryUseBootstrapAsync(string hash, CancellationToken cancellationToken);
}
