using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Analytics;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Records;

namespace ModuleX.Infrastructure.Analytics;

internal sealed class StoredSums(IDbContextFactory<ModuleXDbContext> contexts) : ISums
{
    private const double Hundredths = 100;

    public async Task<IReadOnlyList<SumView>> ReadAsync(
        TenantId tenant, OrganizationId? organization, Measure measure, Window window, bool byHour, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var sums = db.AllSums().Where(row => row.Measure == measure);
        if (organization is { } one) sums = sums.Where(row => row.OrganizationId == one);
        var found = new List<SumView>();
        foreach (var (grain, part) in PartsOf(window, byHour))
        {
            var rows = await sums.Where(row => row.Grain == grain && row.Start >= part.From && row.Start < part.To).ToListAsync(cancellationToken);
            found.AddRange(rows.GroupBy(row => (row.OrganizationId, row.Start, row.Subject, row.Detail)).Select(ViewOf));
        }
        return found;
    }

    public async Task<IReadOnlyList<SumView>> TotalAsync(
        TenantId tenant, OrganizationId organization, Measure measure, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var sums = db.AllSums().Where(row => row.Measure == measure && row.OrganizationId == organization);
        var found = new List<SumView>();
        foreach (var (grain, part) in PartsOf(window, byHour: false))
        {
            var totals = await sums.Where(row => row.Grain == grain && row.Start >= part.From && row.Start < part.To).GroupBy(row => row.Subject)
                .Select(rows => new
                {
                    Subject = rows.Key, Count = rows.Sum(row => row.Count), Errors = rows.Sum(row => row.Errors), Refused = rows.Sum(row => row.Refused),
                    Faults = rows.Sum(row => row.Faults), Duration = rows.Sum(row => row.DurationMicroseconds),
                })
                .ToListAsync(cancellationToken);
            found.AddRange(totals.Select(row => new SumView(window.From, row.Subject, "", row.Count, row.Errors, row.Refused, row.Faults, row.Duration, [])));
        }
        return found;
    }

    public async Task<IReadOnlyList<PresenceView>> ListPresencesAsync(
        TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var found = new HashSet<PresenceView>();
        foreach (var (grain, part) in PartsOf(window, byHour: false))
        {
            found.UnionWith(
                await db.AllPresences().Where(row => row.OrganizationId == organization && row.Grain == grain && row.Start >= part.From && row.Start < part.To)
                .Select(row => new { row.Owner, row.Tool }).Distinct().Select(pair => new PresenceView(pair.Owner, pair.Tool)).ToListAsync(cancellationToken));
        }
        return [.. found];
    }

    public async Task<IReadOnlyList<SystemHourView>> ListSystemHoursAsync(Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.AllSystemHours().Where(row => row.Start >= window.From && row.Start < window.To).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Start).Select(ViewOf).OrderBy(hour => hour.Start)];
    }

    public async Task<DateTimeOffset?> FindFirstSampleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // What processes still add to comes first: what is merged between the two questions is then seen twice, which changes no minute.
        var open = await db.WriterSystemHours.OrderBy(row => row.Start).Select(row => (DateTimeOffset?)row.Start).FirstOrDefaultAsync(cancellationToken);
        var merged = await db.SystemHours.OrderBy(row => row.Start).Select(row => (DateTimeOffset?)row.Start).FirstOrDefaultAsync(cancellationToken);
        if ((merged is null || open < merged ? open : merged) is not { } first) return null;
        var minutes = await db.AllSystemHours().Where(row => row.Start == first).Select(row => row.MinutesUp).ToListAsync(cancellationToken);
        return first.AddMinutes(minutes.Select(System.Numerics.BitOperations.TrailingZeroCount).DefaultIfEmpty().Min());
    }

    private static SumView ViewOf(IEnumerable<SumNumbers> rows)
    {
        var sum = rows.First();
        foreach (var more in rows.Skip(1)) sum.Add(more);
        return new(sum.Start, sum.Subject, sum.Detail, sum.Count, sum.Errors, sum.Refused, sum.Faults, sum.DurationMicroseconds, sum.Latency);
    }

    private static SystemHourView ViewOf(IEnumerable<SystemHourNumbers> rows)
    {
        var hour = rows.First();
        foreach (var more in rows.Skip(1)) hour.Add(more);
        return new(hour.Start, hour.MinutesUp, hour.Samples == 0 ? null : hour.Cpu / Hundredths / hour.Samples,
            hour.Samples == 0 ? null : hour.Memory / Hundredths / hour.Samples);
    }

    /// <summary>Whole days are read as days, and what is left at both ends as hours: 90 days are some 135 sums of each subject, not 2,160.</summary>
    private static IEnumerable<(SumGrain Grain, Window Part)> PartsOf(Window window, bool byHour)
    {
        var days = window.Days;
        if (byHour || days.From >= days.To)
        {
            yield return (SumGrain.Hour, window);
            yield break;
        }
        yield return (SumGrain.Day, days);
        if (window.From < days.From) yield return (SumGrain.Hour, new(window.From, days.From));
        if (days.To < window.To) yield return (SumGrain.Hour, new(days.To, window.To));
    }
}
