using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Looks at the health of every active service. The node that moves the time of the next look on does the looking, so one does; one that dies over it
/// costs one look.
/// </summary>
internal sealed partial class ServiceHealthMonitor(
    IDbContextFactory<ModuleXDbContext> contexts, ServiceCalls calls, ServiceWork work, IOptions<ServiceHealthOptions> options, TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<ServiceHealthMonitor> logger)
    : BackgroundService
{
    private const int BatchSize = 50;
    private const int AtOnce = 8;
    private const long MaximumAnswer = 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _cleanedAt;

    /// <summary>Looks at what is due. Gives how many were looked at.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(cancellationToken);
        await Parallel.ForEachAsync(
            claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (service, stop) => await StoreAsync(await LookAsync(service, stop), stop));
        return claimed.Count;
    }

    /// <summary>Forgets old looks.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow() - options.Value.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ServiceChecks.AcrossTenants().Where(check => check.CheckedAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await CheckAsync(stoppingToken) == BatchSize) continue;
                if (time.GetUtcNow() - _cleanedAt >= CleaningInterval)
                {
                    await CleanAsync(stoppingToken);
                    _cleanedAt = time.GetUtcNow();
                }
                await work.Checks.WaitAsync(options.Value.Interval < Poll ? options.Value.Interval : Poll, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await work.Checks.WaitAsync(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<List<Service>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = now + options.Value.Interval;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = db.Services.AcrossTenants().Where(service => service.IsActive && service.CheckDueAt <= now);
        var mine = new List<Service>();
        foreach (var service in await due.OrderBy(service => service.CheckDueAt).Take(BatchSize).ToListAsync(cancellationToken))
        {
            if (await due.Where(row => row.Id == service.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.CheckDueAt, next), cancellationToken) == 1) mine.Add(service);
        }
        return mine;
    }

    private async Task<ServiceCheck> LookAsync(Service service, CancellationToken cancellationToken)
    {
        var answer = await calls.GetAsync(new Uri($"{service.BaseUrl}/health/"), MaximumAnswer, Timeout, cancellationToken);
        var status = answer.IsSuccess ? ServiceHealth.Healthy : answer.Answer is not null || answer.IsPresent ? ServiceHealth.Degraded : ServiceHealth.Down;
        var now = time.GetUtcNow();
        return new ServiceCheck(Guid.CreateVersion7(now), service.TenantId, service.Id, status, Math.Round(answer.Took.TotalSeconds, 4), answer.Reason, now);
    }

    private async Task StoreAsync(ServiceCheck check, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(check.TenantId, cancellationToken);
        db.ServiceChecks.Add(check);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            // The service was taken away meanwhile, most likely; else the next look is stored.
            LogNotStored(exception, check.ServiceId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not look at the health of services; it is tried again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Debug, "Could not store the health of service {ServiceId}")]
    private partial void LogNotStored(Exception exception, ServiceId serviceId);
}
