using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Analytics;
using ModuleX.Application.Identity;
using ModuleX.Application.Operations;
using ModuleX.Application.Records;
using ModuleX.Infrastructure.Analytics;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Infrastructure.Records;

/// <summary>Registers records, the sums made of them, and their upkeep.</summary>
internal static class RecordsRegistration
{
    private const int LongestRetention = 3_650;

    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddSettings<RecordOptions>(RecordOptions.Section)
            .Validate(options => options.Capacity is >= 1_000 and <= 10_000_000, "Records:Capacity must be from 1000 to 10000000")
            .Validate(options => options.BatchSize is >= 1 and <= 100_000, "Records:BatchSize must be from 1 to 100000")
            .Validate(options => options.Interval >= TimeSpan.FromMilliseconds(10) && options.Interval <= TimeSpan.FromMinutes(1),
                "Records:Interval must be from 00:00:00.01 to 00:01:00")
            .Validate(options => options.SlowThreshold > TimeSpan.Zero && options.SlowThreshold <= TimeSpan.FromMinutes(10),
                "Records:SlowThreshold must be above 00:00:00, and 00:10:00 at most")
            .Validate(options => options.Retention.All.All(days => days is >= 0 and <= LongestRetention),
                "Records:Retention:... must be days from 0 (for good) to 3650")
            .ValidateOnStart();
        services.AddSingleton<RecordSums>();
        services.AddSingleton<RecordTenants>();
        services.AddSingleton<RecordChannel>();
        services.AddSingleton<IRecords>(provider => provider.GetRequiredService<RecordChannel>());
        services.AddSingleton<IMeasured, MeasuredRecords>();
        services.AddSingleton<RecordBatches>();
        services.AddSingleton<IRecordSeeding, RecordSeeding>();
        services.AddSingleton<RecordWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<RecordWriter>());
        services.AddSingleton<IRecordRetention, RecordRetention>();
        services.AddSingleton<IStoredRecords, StoredRecords>();
        services.AddSingleton<IStoredRuns, StoredRuns>();
        services.AddSingleton<ISums, StoredSums>();
        services.AddSingleton<IPeopleStatistics, PeopleStatistics>();
        services.AddSingleton<SumMerging>();
        services.AddSingleton<RecordCleanup>();
        services.AddHostedService(provider => provider.GetRequiredService<RecordCleanup>());
        services.AddSingleton<SystemSampler>();
        services.AddSingleton<ISystemLoad>(provider => provider.GetRequiredService<SystemSampler>());
        services.AddHostedService(provider => provider.GetRequiredService<SystemSampler>());
        services.AddSingleton<LoggerSecurityLog>();
        services.AddSingleton<ISecurityLog, RecordedSecurityLog>();
        return services;
    }
}
