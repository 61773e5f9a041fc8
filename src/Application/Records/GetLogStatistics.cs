using ModuleX.Application.Analytics;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>How many records were made lately.</summary>
/// <param name="Hours">Up to the end of this hour.</param>
public sealed record GetLogStatisticsQuery(TenantId Tenant, int Hours) : IQuery<LogStatisticsView>;

/// <param name="Counts">By <see cref="LogKinds"/>, without audit.</param>
public sealed record LogStatisticsView(IReadOnlyDictionary<string, long> Counts, long Total, double PerHour, DateTimeOffset At);

internal sealed class GetLogStatisticsHandler(ISums sums, TimeProvider time) : IQueryHandler<GetLogStatisticsQuery, LogStatisticsView>
{
    public async Task<Result<LogStatisticsView>> Handle(GetLogStatisticsQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = Window.HourOf(now).AddHours(1);
        var found = await sums.ReadAsync(query.Tenant, null, Measure.Records, new(end.AddHours(-query.Hours), end), byHour: false, cancellationToken);
        var total = found.Sum(sum => sum.Count);
        return new LogStatisticsView(
            LogKinds.All.Where(kind => kind != LogKinds.Audit).ToDictionary(kind => kind, kind => found.Count(kind)), total,
            MeasuredValue.Round((double)total / query.Hours), now);
    }
}
