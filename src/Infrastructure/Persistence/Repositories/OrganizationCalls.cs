using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence.Rows;

namespace ModuleX.Infrastructure.Persistence.Repositories;

/// <summary>Counts the requests of organizations by day, in memory, and adds them to what is stored when it is flushed.</summary>
internal sealed class OrganizationCalls(IDbContextFactory<ModuleXDbContext> contexts, TimeProvider time)
{
    private readonly ConcurrentDictionary<OrganizationId, Counter> _counters = new();

    /// <summary>One more request.</summary>
    public void Count(OrganizationId organization) => Interlocked.Increment(ref _counters.GetOrAdd(organization, static _ => new Counter()).Calls);

    public async Task FlushAsync(ILogger logger, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var (organization, counter) in _counters)
        {
            var calls = Interlocked.Exchange(ref counter.Calls, 0);
            if (calls == 0) continue;
            try
            {
                await AddAsync(organization, day, calls, cancellationToken);
            }
            catch (Exception exception)
            {
                // Counted again the next time.
                Interlocked.Add(ref counter.Calls, calls);
                if (cancellationToken.IsCancellationRequested) throw;
                logger.LogWarning(exception, "Could not write how many requests there were; it is tried again");
                return;
            }
        }
    }

    private async Task AddAsync(OrganizationId organization, DateOnly day, long calls, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isThere = await db.OrganizationCalls.Where(row => row.OrganizationId == organization && row.Day == day)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Calls, one => one.Calls + calls), cancellationToken) == 1;
        if (isThere) return;
        db.OrganizationCalls.Add(new OrganizationCallsRow { OrganizationId = organization, Day = day, Calls = calls });
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed class Counter
    {
        public long Calls;
    }
}
