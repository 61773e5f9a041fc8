using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Analytics;
using ModuleX.Application.Operations;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;

namespace ModuleX.Infrastructure.Records;

/// <summary>Notes once a minute that this node is up, how busy its processors were with it since the last time, and how much of its memory it uses.</summary>
internal sealed class SystemSampler(IDbContextFactory<ModuleXDbContext> contexts, IDatabaseProvider provider, TimeProvider time,
    ILogger<SystemSampler> logger) : BackgroundService, ISystemLoad
{
    private const int Attempts = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ProcessLoad _load = new(time);

    /// <summary>The last sample; before the first one, what there is now.</summary>
    public SystemSample Latest { get; private set; } = ProcessLoad.Nothing;

    public double CpuPercent => Latest.CpuPercent;

    public double MemoryPercent => Latest.MemoryPercent;

    public async Task SampleAsync(CancellationToken cancellationToken)
    {
        Latest = _load.Read();
        for (var attempt = 1; !await TryWriteAsync(Latest, cancellationToken); attempt++)
        {
            // Nodes write at the same second all day long.
            if (attempt == Attempts) return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await SampleAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Could not write a sample of this node; the next one is taken in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> TryWriteAsync(SystemSample sample, CancellationToken cancellationToken)
    {
        var hour = Window.HourOf(sample.At);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.SystemHours.AsTracking().SingleOrDefaultAsync(one => one.Start == hour, cancellationToken);
        if (row is null) db.SystemHours.Add(row = new SystemHourRow { Start = hour });
        row.MinutesUp |= 1L << sample.At.UtcDateTime.Minute;
        row.Samples++;
        row.Cpu += (long)(sample.CpuPercent * 100);
        row.Memory += (long)(sample.MemoryPercent * 100);
        row.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return false;
        }
    }
}
