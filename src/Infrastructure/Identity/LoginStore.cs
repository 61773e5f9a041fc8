using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Identity;

internal sealed class LoginStore(ModuleXDbContext db, IDatabaseProvider provider) : ILoginStore
{
    public async Task<LoginGuard> GuardAsync(string nameHash, CancellationToken cancellationToken)
    {
        LoginGuard? guard;
        do guard = await HoldAsync(nameHash, cancellationToken) ?? await MakeAsync(nameHash, cancellationToken);
        while (guard is null);
        return guard;
    }

    public async Task ForgetGuardAsync(string nameHash, CancellationToken cancellationToken)
    {
        db.LoginGuards.Local.ToList().ForEach(guard => db.Entry(guard).State = EntityState.Detached);
        await db.LoginGuards.Where(guard => guard.NameHash == nameHash).ExecuteDeleteAsync(cancellationToken);
    }

    public void Add(LoginSession session) => db.LoginSessions.Add(session);

    public void Add(RefreshToken token) => db.RefreshTokens.Add(token);

    public Task<LoginSession?> FindAsync(LoginSessionId id, CancellationToken cancellationToken) =>
        db.LoginSessions.AsTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken);

    public async Task<IReadOnlyList<LoginSession>> ListLiveAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.LoginSessions.AsTracking().Where(session => session.UserId == user && session.EndedAt == null && session.ExpiresAt > now)
            .ToListAsync(cancellationToken);

    public Task<RefreshToken?> FindTokenAsync(string hash, CancellationToken cancellationToken) =>
        db.RefreshTokens.SingleOrDefaultAsync(token => token.Hash == hash, cancellationToken);

    public async Task<bool> TryUseAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.RefreshTokens.Where(token => token.Hash == hash && token.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(token => token.UsedAt, now), cancellationToken) == 1;

    private async Task<LoginGuard?> HoldAsync(string nameHash, CancellationToken cancellationToken)
    {
        // Writes nothing new, but locks the row: guesses that come at once are counted one after the other.
        var held = await db.LoginGuards.Where(guard => guard.NameHash == nameHash)
            .ExecuteUpdateAsync(row => row.SetProperty(guard => guard.Failures, guard => guard.Failures), cancellationToken);
        // One that appears only now is not locked.
        if (held == 0) return null;
        return await db.LoginGuards.AsTracking().SingleOrDefaultAsync(guard => guard.NameHash == nameHash, cancellationToken);
    }

    /// <summary>Written at once, since there is no row to lock: the first guesses may come at once, too. Null where another request was faster.</summary>
    private async Task<LoginGuard?> MakeAsync(string nameHash, CancellationToken cancellationToken)
    {
        var made = new LoginGuard(db.Tenant, nameHash);
        db.LoginGuards.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.Entry(made).State = EntityState.Detached;
            return null;
        }
    }
}
