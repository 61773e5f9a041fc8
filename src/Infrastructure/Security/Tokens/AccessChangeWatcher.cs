using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>Looks twice a second for changes of what people may do, made in this process or in another, and removes old ones.</summary>
internal sealed class AccessChangeWatcher(
    IDbContextFactory<ModuleXDbContext> contexts, AccessWatch watch, AccessNotices notices, TimeProvider time,
    ILogger<AccessChangeWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // A process that writes a change writes its own clock's time, and clocks differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(10);

    private HashSet<Guid> _seen = [];
    private (long Timestamp, DateTimeOffset At)? _lastSuccess;
    private long? _lastCleaning;
    private bool _isFailing;

    /// <summary>One look.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var (began, now) = (time.GetTimestamp(), time.GetUtcNow());
        var gap = _lastSuccess is { } last ? LongerOf(time.GetElapsedTime(last.Timestamp, began), now - last.At) : TimeSpan.Zero;
        // Another process may have removed by now what this one has not seen.
        if (gap >= Overlap) notices.TellAll();
        var since = now - Overlap - gap;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recent = await db.AccessChanges.Where(row => row.At >= since).Select(row => new { row.Id, row.Subject }).ToListAsync(cancellationToken);
        foreach (var change in recent)
        {
            if (!_seen.Contains(change.Id)) notices.Tell(change.Subject);
        }
        _seen = [.. recent.Select(change => change.Id)];
        watch.Report(began);
        _lastSuccess = (began, now);
        if (_lastCleaning is { } cleaned && time.GetElapsedTime(cleaned, began) < CleaningInterval) return;
        _lastCleaning = began;
        var old = since - Overlap;
        await db.AccessChanges.Where(row => row.At < old).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>While a machine sleeps, only its date goes on; when its date is set, only the other measure is right.</summary>
    private static TimeSpan LongerOf(TimeSpan elapsed, TimeSpan dated) => dated > elapsed ? dated : elapsed;

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
                // Once a failure, not twice a second. Meanwhile no memory is believed.
                if (!_isFailing)
                    logger.LogError(exception, "Can't look for changes of access; what depends on it is read from the database until this works again");
                _isFailing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
