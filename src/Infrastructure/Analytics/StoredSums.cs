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
        var sums = db.Sums.Where(row => row.Measure == measure);
        if (organization is { } one) sums = sums.Where(row => row.OrganizationId == one);
        var found = new List<SumView>();
        foreach (var (grain, part) in PartsOf(window, byHour))
        {
            found.AddRange(await sums.Where(row => row.Grain == grain && row.Start >= part.From && row.Start < part.To)
                .Select(row => new SumView(
                    row.Start, row.Subject, row.Detail, row.Count, row.Errors, row.Refused, row.Faults, row.DurationMicroseconds, row.Latency))
                .ToListAsync(cancellationToken));
        }
        return found;
    }

    public async Task<IReadOnlyList<SumView>> TotalAsync(
        TenantId tenant, OrganizationId organization, Measure measure, Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.OpenAsync(tenant, cancellationToken);
        var sums = db.Sums.Where(row => row.Measure == measure && row.OrganizationId == organization);
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
                await db.Presences.Where(row => row.OrganizationId == organization && row.Grain == grain && row.Start >= part.From && row.Start < part.To)
                .Select(row => new { row.Owner, row.Tool }).Distinct().Select(pair => new PresenceView(pair.Owner, pair.Tool)).ToListAsync(cancellationToken));
        }
        return [.. found];
    }

    public async Task<IReadOnlyList<SystemHourView>> ListSystemHoursAsync(Window window, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.SystemHours.Where(row => row.Start >= window.From && row.Start < window.To).OrderBy(row => row.Start)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SystemHourView(
                row.Start, row.MinutesUp, row.Samples == 0 ? null : row.Cpu / Hundredths / row.Samples,
                row.Samples == 0 ? null : row.Memory / Hundredths / row.Samples)),
        ];
    }

    public async Task<DateTimeOffset?> FindFirstSampleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await db.SystemHours.OrderBy(row => row.Start).Select(row => new { row.Start, row.MinutesUp }).FirstOrDefaultAsync(cancellationToken);
        return first?.Start.AddMinutes(System.Numerics.BitOperations.TrailingZeroCount(first.MinutesUp));
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
