using ModuleX.Application.Analytics;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Operations;

/// <summary>How this server started, which modules it has, and how it performs.</summary>
/// <param name="Tenant">Whose requests the response time is of.</param>
public sealed record GetSystemStatusQuery(TenantId Tenant) : IQuery<SystemStatusView>;

/// <param name="Modules">Manifests, good or not.</param>
/// <param name="ActiveModules">Tools that can be used now.</param>
/// <param name="FaultyModules">Manifests that have problems.</param>
/// <param name="MemoryPercent">Of the memory that the process may use, at the last sample.</param>
/// <param name="CpuPercent">Of all processors, at the last sample.</param>
/// <param name="ResponseMilliseconds">Of the tenant's requests of this hour and the one before, on average; 0 without any.</param>
public sealed record SystemStatusView(
    StartProgress Start, int Modules, int ActiveModules, int FaultyModules, double MemoryPercent, double CpuPercent, double ResponseMilliseconds,
    DateTimeOffset At);

internal sealed class GetSystemStatusHandler(IStartProgress start, IModules modules, IToolCatalog catalog, ISystemLoad load, ISums sums, TimeProvider time)
    : IQueryHandler<GetSystemStatusQuery, SystemStatusView>
{
    public async Task<Result<SystemStatusView>> Handle(GetSystemStatusQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hour = Window.HourOf(now);
        var requests = await sums.ReadAsync(query.Tenant, null, Measure.Requests, new(hour.AddHours(-1), hour.AddHours(1)), byHour: true, cancellationToken);
        var (count, microseconds) = (requests.Sum(sum => sum.Count), requests.Sum(sum => sum.DurationMicroseconds));
        var (all, faulty) = (modules.All, modules.Faulty);
        return new SystemStatusView(
            start.Current, all.Tools.Length + faulty.Count(name => all.FindTool(name).Error is not null), catalog.Current.Tools.Length, faulty.Count,
            load.MemoryPercent, load.CpuPercent, count == 0 ? 0 : microseconds / 1000.0 / count, now);
    }
}
