using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Rows;

namespace ModuleX.Infrastructure.Records;

/// <summary>Adds what was counted to what is stored, by hour and by day. It saves nothing: that is the transaction's.</summary>
internal sealed class SumStore
{
    /// <summary>Who was seen in the last hours: each is stored once an hour and once a day, and need not be looked for again.</summary>
    private readonly HashSet<PresenceKey> _seen = [];

    private DateTimeOffset _latest;

    public async Task AddAsync(ModuleXDbContext db, IReadOnlyDictionary<SumKey, Sum> sums, IReadOnlyCollection<PresenceKey> presences, CancellationToken cancellationToken)
    {
        foreach (var (key, sum) in sums)
        {
            await AddAsync(db, SumGrain.Hour, key.Hour, key, sum, cancellationToken);
            await AddAsync(db, SumGrain.Day, RecordSums.DayOf(key.Hour), key, sum, cancellationToken);
        }
        foreach (var key in presences)
        {
            if (_seen.Contains(key)) continue;
            await AddAsync(db, SumGrain.Hour, key.Hour, key, cancellationToken);
            await AddAsync(db, SumGrain.Day, RecordSums.DayOf(key.Hour), key, cancellationToken);
        }
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
            row = new SumRow { TenantId = key.Tenant, OrganizationId = key.Organization, Measure = key.Measure, Grain = grain, Start = start, Subject = key.Subject, Detail = key.Detail };
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

    private static async Task AddAsync(ModuleXDbContext db, SumGrain grain, DateTimeOffset start, PresenceKey key, CancellationToken cancellationToken)
    {
        db.Tenant = key.Tenant;
        if (await db.Presences.FindAsync([key.Tenant, key.Organization, grain, start, key.Owner, key.Tool], cancellationToken) is not null) return;
        db.Presences.Add(new PresenceRow { TenantId = key.Tenant, OrganizationId = key.Organization, Grain = grain, Start = start, Owner = key.Owner, Tool = key.Tool });
    }
}
