using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>
/// Looks twice a second for what other processes have changed, of people's rights and of tool sessions, and removes old changes. Processes tell each other
/// sooner where they can; this is what makes it certain.
/// </summary>
internal sealed class AccessChangeWatcher(
    IDbContextFactory<ModuleXDbContext> contexts, AccessWatch watch, AccessNotices notices, ProcessIdentity process, DatabaseClock clock, TimeProvider time,
    ILogger<AccessChangeWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How far back each look goes: over the time between the writing of a change and its commit, after which a slow writer announces it again, and what two
    /// clocks may differ.
    /// </summary>
    private static readonly TimeSpan ShortOverlap = TimeSpan.FromSeconds(15);

    /// <summary>How far back a look goes now and then: clocks may differ by more than they should.</summary>
    private static readonly TimeSpan LongOverlap = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongLookInterval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(10);

    private Dictionary<Guid, DateTimeOffset> _seen = [];
    private ClockReading? _lastLook;
    private ClockReading? _lastLongLook;
    private ClockReading? _lastCleaning;
    private bool _isFailing;

    /// <summary>One look.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var began = ClockReading.Now(time);
        var gap = _lastLook?.Age(time) ?? TimeSpan.Zero;
        // Another process may have removed by now what this one has not seen.
        if (gap >= LongOverlap) notices.TellAll();
        var isLong = _lastLongLook is not { } longLook || longLook.Age(time) >= LongLookInterval || gap > Interval + Interval;
        var since = clock.UtcNow - (isLong ? LongOverlap : ShortOverlap) - gap;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recent = await db.AccessChanges.Where(row => row.At >= since && row.Writer != process.Id)
            .Select(row => new { row.Id, row.At, row.Subject, row.SessionVersion }).ToListAsync(cancellationToken);
        await clock.ReadAsync(db, cancellationToken);
        foreach (var change in recent)
        {
            if (!_seen.TryAdd(change.Id, change.At)) continue;
            if (change.SessionVersion is { } version) notices.TellOfSession(new(change.Subject, version));
            else notices.Tell(change.Subject);
        }
        if (isLong)
        {
            _seen = recent.ToDictionary(change => change.Id, change => change.At);
            _lastLongLook = began;
        }
        watch.Report(began);
        _lastLook = began;
        await CleanAsync(db, since, began, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await PollAsync(stoppingToken);
                if (_isFailing) logger.LogInformation("Changes of access are read again");
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

    private async Task CleanAsync(ModuleXDbContext db, DateTimeOffset since, ClockReading now, CancellationToken cancellationToken)
    {
        if (_lastCleaning is { } cleaned && cleaned.Age(time) < CleaningInterval) return;
        _lastCleaning = now;
        var old = since - LongOverlap - LongOverlap;
        await db.AccessChanges.Where(row => row.At < old).ExecuteDeleteAsync(cancellationToken);
    }
}
