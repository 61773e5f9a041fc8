using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.ApiKeys;

/// <summary>Looks twice a second for keys that were revoked, in this process or in another, and takes them out of memory.</summary>
internal sealed class ApiKeyWatcher(IDbContextFactory<ModuleXDbContext> contexts, ApiKeyCache cache, TimeProvider time,
    ILogger<ApiKeyWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // A process that revokes writes its own clock's time. Clocks differ and step; to take the last minutes' keys out again and again costs nothing.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private ClockReading? _lastSuccess;
    private bool _isFailing;

    /// <summary>One look.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var began = ClockReading.Now(time);
        var gap = _lastSuccess?.Age(time) ?? TimeSpan.Zero;
        var since = time.GetUtcNow() - Overlap - gap;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var revoked = await db.ApiKeys.AcrossTenants().Where(key => key.RevokedAt >= since).Select(key => key.Hash).ToListAsync(cancellationToken);
        cache.Report(revoked, began);
        _lastSuccess = began;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await PollAsync(stoppingToken);
                _isFailing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Once a failure, not twice a second. Meanwhile the cache asks the database itself.
                if (!_isFailing) logger.LogError(exception, "Can't look for revoked API keys; keys are read from the database until this works again");
                _isFailing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
