using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Domain.Identity;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>
/// Removes, once an hour, what no login needs any more: sessions that ended or expired a while ago with their refresh tokens, and guards that count
/// nothing. Likewise idempotency keys of more than a day.
/// </summary>
internal sealed class LoginCleanup(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time, ILogger<LoginCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an ended session is kept: a stolen token of it is still told from an unknown one, and analytics compare 90 days with the 90 days before.
    /// </summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(200);

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (ended, counted) = (now - Kept, now - LoginGuard.LockDuration - LoginGuard.LockDuration);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.RefreshTokens.AcrossTenants().Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db.LoginSessions.AcrossTenants().Where(session => session.ExpiresAt < ended || session.EndedAt < ended).ExecuteDeleteAsync(cancellationToken);
        await db.LoginGuards.AcrossTenants().Where(guard => guard.LastFailureAt < counted).ExecuteDeleteAsync(cancellationToken);
        await db.IdempotencyKeys.AcrossTenants().Where(key => key.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Could not remove old login sessions; it is tried again in an hour");
            }
        }
    }
}
