using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Analytics;
using ModuleX.Application.Operations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>Notes once a minute that this node is up, how busy its processors were with it since the last time, and how much of its memory it uses.</summary>
internal sealed class SystemSampler(IDbContextFactory<ModuleXDbContext> contexts, ProcessIdentity process, TimeProvider time,
    ILogger<SystemSampler> logger) : BackgroundService, ISystemLoad
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ProcessLoad _load = new(time);

    /// <summary>The last sample; before the first one, what there is now.</summary>
    public SystemSample Latest { get; private set; } = ProcessLoad.Nothing;

    public double CpuPercent => Latest.CpuPercent;

    public double MemoryPercent => Latest.MemoryPercent;

    public async Task SampleAsync(CancellationToken cancellationToken)
    {
        Latest = _load.Read();
        await WriteAsync(Latest, cancellationToken);
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

    private async Task WriteAsync(SystemSample sample, CancellationToken cancellationToken)
    {
        var (hour, writer) = (Window.HourOf(sample.At), process.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.WriterSystemHours.AsTracking().SingleOrDefaultAsync(one => one.Start == hour && one.WriterId == writer, cancellationToken);
        if (row is null) db.WriterSystemHours.Add(row = new WriterSystemHourRow { Start = hour, WriterId = writer });
        row.MinutesUp |= 1L << sample.At.UtcDateTime.Minute;
        row.Samples++;
        row.Cpu += (long)(sample.CpuPercent * 100);
        row.Memory += (long)(sample.MemoryPercent * 100);
        row.Version++;
        await db.SaveChangesAsync(cancellationToken);
    }
}
