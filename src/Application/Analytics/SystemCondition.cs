using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>How the system fares, by the share of requests that it answered 5xx in this hour and the one before.</summary>
public enum SystemCondition
{
    /// <summary>Below 1 %, or nothing was asked.</summary>
    Healthy,

    /// <summary>Below 5 %.</summary>
    Degraded,

    Failing,
}

/// <summary>Finds the condition.</summary>
internal sealed class SystemConditions(ISums sums)
{
    private const double DegradedFrom = 1;
    private const double FailingFrom = 5;

    public async Task<SystemCondition> FindAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = Window.HourOf(now);
        var requests = await sums.ReadAsync(tenant, null, Measure.AllRequests, new(hour.AddHours(-1), hour.AddHours(1)), byHour: true, cancellationToken);
        return MeasuredValue.Percent(requests.Sum(sum => sum.Faults), requests.Sum(sum => sum.Count)) switch
        {
            < DegradedFrom => SystemCondition.Healthy,
            < FailingFrom => SystemCondition.Degraded,
            _ => SystemCondition.Failing,
        };
    }
}
