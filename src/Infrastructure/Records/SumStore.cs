using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Analytics;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Records;

/// <summary>Adds what was counted to the rows of this process, by hour and by day. It saves nothing: that is the transaction's.</summary>
internal sealed class SumStore(ProcessIdentity process)
{
    /// <summary>How many owners one question is about; databases take some two thousand parameters.</summary>
    private const int OwnersAtOnce = 500;

    /// <summary>Some 10 MB; the rows of more subjects in one hour are read again.</summary>
    private const int RowsKept = 20_000;

    /// <summary>Who was seen in the last hours: each is stored once an hour and once a day, and need not be looked for again.</summary>
    private readonly HashSet<PresenceKey> _seen = [];

    /// <summary>The present hour's and day's rows as they are stored: no other process writes them, so they need not be read.</summary>
    private readonly Dictionary<RowKey, WriterSumRow> _stored = [];

    /// <summary>What this transaction changes. Where it fails these are forgotten and read again.</summary>
    private readonly Dictionary<RowKey, WriterSumRow> _changed = [];

    private DateTimeOffset _latest;

    public async Task AddAsync(
        ModuleXDbContext db, IReadOnlyDictionary<SumKey, Sum> sums, IReadOnlyCollection<PresenceKey> presences, CancellationToken cancellationToken)
    {
        _changed.Clear();
        foreach (var (key, sum) in sums)
        {
            await AddAsync(db, new(key, SumGrain.Hour), sum, cancellationToken);
            await AddAsync(db, new(key with { Hour = Window.DayOf(key.Hour) }, SumGrain.Day), sum, cancellationToken);
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
        var hours = _changed.Keys.Where(key => key.Grain == SumGrain.Hour).Select(key => key.Start).Concat(presences.Select(key => key.Hour));
        if (hours.DefaultIfEmpty().Max() is var latest && latest > _latest)
        {
            _latest = latest;
            _seen.RemoveWhere(old => old.Hour < _latest);
            foreach (var old in _stored.Keys.Where(key => !IsPresent(key)).ToList()) _stored.Remove(old);
        }
        _seen.UnionWith(presences);
        if (_stored.Count + _changed.Count > RowsKept) _stored.Clear();
        foreach (var (key, row) in _changed.Where(pair => IsPresent(pair.Key)).Take(RowsKept)) _stored[key] = row;
        _changed.Clear();
    }

    private bool IsPresent(RowKey key) => key.Start >= (key.Grain == SumGrain.Hour ? _latest : Window.DayOf(_latest));

    private async Task AddAsync(ModuleXDbContext db, RowKey key, Sum sum, CancellationToken cancellationToken)
    {
        if (!_changed.TryGetValue(key, out var row)) _changed[key] = row = await TakeAsync(db, key, cancellationToken);
        row.Add(sum);
        row.Version++;
    }

    private async Task<WriterSumRow> TakeAsync(ModuleXDbContext db, RowKey key, CancellationToken cancellationToken)
    {
        if (_stored.Remove(key, out var row))
        {
            db.WriterSums.Attach(row);
            return row;
        }
        var sum = key.Sum;
        db.Tenant = sum.Tenant;
        row = await db.WriterSums.FindAsync(
            [sum.Tenant, sum.Organization, sum.Measure, key.Grain, key.Start, sum.Subject, sum.Detail, process.Id], cancellationToken);
        if (row is not null) return row;
        row = new WriterSumRow
        {
            TenantId = sum.Tenant, OrganizationId = sum.Organization, Measure = sum.Measure, Grain = key.Grain, Start = key.Start,
            Subject = sum.Subject, Detail = sum.Detail, WriterId = process.Id,
        };
        db.WriterSums.Add(row);
        return row;
    }

    /// <param name="keys">Of one tenant and organization.</param>
    private async Task AddAsync(
        ModuleXDbContext db, SumGrain grain, DateTimeOffset start, IReadOnlyList<PresenceKey> keys, CancellationToken cancellationToken)
    {
        var (tenant, organization, writer) = (keys[0].Tenant, keys[0].Organization, process.Id);
        db.Tenant = tenant;
        foreach (var some in keys.Select(key => (key.Owner, key.Tool)).Distinct().Chunk(OwnersAtOnce))
        {
            var owners = some.Select(pair => pair.Owner).Distinct().ToList();
            var stored = await db.WriterPresences.Where(
                row => row.OrganizationId == organization && row.Grain == grain && row.Start == start && row.WriterId == writer
                    && owners.Contains(row.Owner))
                .Select(row => new { row.Owner, row.Tool }).ToListAsync(cancellationToken);
            var known = stored.Select(row => (row.Owner, row.Tool)).ToHashSet();
            foreach (var (owner, tool) in some.Where(pair => !known.Contains(pair)))
            {
                db.WriterPresences.Add(new WriterPresenceRow
                {
                    TenantId = tenant, OrganizationId = organization, Grain = grain, Start = start, Owner = owner, Tool = tool, WriterId = writer,
                });
            }
        }
    }

    /// <param name="Sum">Its hour is the beginning of the day where the grain is a day.</param>
    private readonly record struct RowKey(SumKey Sum, SumGrain Grain)
    {
        public DateTimeOffset Start => Sum.Hour;
    }
}
