using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>Adds what was counted to what is stored, by hour and by day. It saves nothing: that is the transaction's.</summary>
internal sealed class SumStore
{
    /// <summary>How many owners one question is about; databases take some two thousand parameters.</summary>
    private const int OwnersAtOnce = 500;

    /// <summary>Who was seen in the last hours: each is stored once an hour and once a day, and need not be looked for again.</summary>
    private readonly HashSet<PresenceKey> _seen = [];

    private DateTimeOffset _latest;

    public async Task AddAsync(
        ModuleXDbContext db, IReadOnlyDictionary<SumKey, Sum> sums, IReadOnlyCollection<PresenceKey> presences, CancellationToken cancellationToken)
    {
        foreach (var (key, sum) in sums)
        {
            await AddAsync(db, SumGrain.Hour, key.Hour, key, sum, cancellationToken);
            await AddAsync(db, SumGrain.Day, Window.DayOf(key.Hour), key, sum, cancellationToken);
        }
        var news = presences.Where(key => !_seen.Contains(key)).ToList();
        foreach (var group in news.GroupBy(key => (key.Tenant, key.Organization, Start: key.Hour)))
            await AddAsync(db, SumGrain.Hour, group.Key.Start, [.. group], cancellationToken);
        foreach (var group in news.GroupBy(key => (key.Tenant, key.Organization, Start: Window.DayOf(key.Hour))))
            await AddAsync(db, SumGrain.Day, group.Key.Start, [.. group], cancellationToken);
    }

    /// <summary>After the transaction: what is stored now needs no second look.</summary>
    public void Remember(IReadOnlyCollection<PresenceKey> presences)
    {
        foreach (var key in presences)
        {
            if (key.Hour > _latest)
            {
                _latest = key.Hour;
                _seen.RemoveWhere(old => old.Hour < _latest);
            }
            _seen.Add(key);
        }
    }

    private static async Task AddAsync(ModuleXDbContext db, SumGrain grain, DateTimeOffset start, SumKey key, Sum sum, CancellationToken cancellationToken)
    {
        db.Tenant = key.Tenant;
        var row = await db.Sums.FindAsync([key.Tenant, key.Organization, key.Measure, grain, start, key.Subject, key.Detail], cancellationToken);
        if (row is null)
        {
            row = new SumRow { TenantId = key.Tenant, OrganizationId = key.Organization, Measure = key.Measure, Grain = grain, Start = start,
                Subject = key.Subject, Detail = key.Detail };
            db.Sums.Add(row);
        }
        row.Count += sum.Count;
        row.Errors += sum.Errors;
        row.Refused += sum.Refused;
        row.Faults += sum.Faults;
        row.DurationMicroseconds += sum.DurationMicroseconds;
        row.Version++;
        if (sum.Latency.Count == 0) return;
        var latency = new LatencyHistogram();
        latency.Add(row.Latency);
        latency.Add(sum.Latency);
        row.Latency = latency.ToBytes();
    }

    /// <param name="keys">Of one tenant and organization.</param>
    private static async Task AddAsync(
        ModuleXDbContext db, SumGrain grain, DateTimeOffset start, IReadOnlyList<PresenceKey> keys, CancellationToken cancellationToken)
    {
        var (tenant, organization) = (keys[0].Tenant, keys[0].Organization);
        db.Tenant = tenant;
        foreach (var some in keys.Select(key => (key.Owner, key.Tool)).Distinct().Chunk(OwnersAtOnce))
        {
            var owners = some.Select(pair => pair.Owner).Distinct().ToList();
            var stored = await db.Presences.Where(
                row => row.OrganizationId == organization && row.Grain == grain && row.Start == start && owners.Contains(row.Owner))
                .Select(row => new { row.Owner, row.Tool }).ToListAsync(cancellationToken);
            var known = stored.Select(row => (row.Owner, row.Tool)).ToHashSet();
            foreach (var (owner, tool) in some.Where(pair => !known.Contains(pair)))
                db.Presences.Add(new PresenceRow { TenantId = tenant, OrganizationId = organization, Grain = grain, Start = start, Owner = owner,
                    Tool = tool });
        }
    }
}
