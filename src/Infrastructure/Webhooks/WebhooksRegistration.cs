using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModuleX.Application.Webhooks;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Registers what takes webhooks in, processes them, watches services and pulls from them.</summary>
internal static class WebhooksRegistration
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSettings<WebhookOptions>(WebhookOptions.Section)
            .Validate(options => options.Attempts is >= 1 and <= 50, "Webhooks:Attempts must be from 1 to 50")
            .Validate(options => options.BaseDelay >= TimeSpan.FromMilliseconds(10) && options.BaseDelay <= TimeSpan.FromHours(1),
                "Webhooks:BaseDelay must be from 00:00:00.01 to 01:00:00")
            .Validate(options => options.Lease >= Second && options.Lease <= TimeSpan.FromHours(1), "Webhooks:Lease must be from 00:00:01 to 01:00:00")
            .Validate(options => options.BatchSize is >= 1 and <= 1_000, "Webhooks:BatchSize must be from 1 to 1000")
            .ValidateOnStart();
        services.AddSettings<ServiceHealthOptions>(ServiceHealthOptions.Section)
            .Validate(options => options.Interval >= Second && options.Interval <= TimeSpan.FromDays(1),
                "ServiceHealth:Interval must be from 00:00:01 to 1.00:00:00")
            .Validate(options => options.Kept >= TimeSpan.FromMinutes(1) && options.Kept <= TimeSpan.FromDays(366),
                "ServiceHealth:Kept must be from 00:01:00 to 366.00:00:00")
            .ValidateOnStart();
        services.AddSettings<DataSyncOptions>(DataSyncOptions.Section)
            .Validate(options => options.PageSize is >= 1 and <= 1_000, "DataSync:PageSize must be from 1 to 1000")
            .Validate(options => options.MaxPages is >= 1 and <= 100_000, "DataSync:MaxPages must be from 1 to 100000")
            .Validate(options => options.MaxPageBytes is >= 1_024 and <= 100 * 1024 * 1024, "DataSync:MaxPageBytes must be from 1024 to 104857600")
            .Validate(options => options.PageTimeout >= Second && options.PageTimeout <= TimeSpan.FromMinutes(5),
                "DataSync:PageTimeout must be from 00:00:01 to 00:05:00")
            .Validate(options => options.Lease >= 4 * options.PageTimeout && options.Lease <= TimeSpan.FromHours(1),
                "DataSync:Lease must be at least four times DataSync:PageTimeout and at most 01:00:00")
            .ValidateOnStart();
        services.AddSingleton<ServiceWork>();
        services.AddSingleton<IServiceWork>(provider => provider.GetRequiredService<ServiceWork>());
        services.AddSingleton<IServiceAddresses, ServiceAddresses>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<ServiceCalls>();
        services.AddSingleton<DataPull>();
        services.AddSingleton<SyncedPages>();
        services.AddSingleton<WebhookIntake>();
        services.AddSingleton<IWebhookIntake>(provider => provider.GetRequiredService<WebhookIntake>());
        AddWorker<WebhookProcessor>(services);
        AddWorker<ServiceHealthMonitor>(services);
        AddWorker<DataSyncRunner>(services);
        // Started last, so stopped first: what it stores may still be processed.
        services.AddHostedService(provider => provider.GetRequiredService<WebhookIntake>());
        return services;
    }

    private static void AddWorker<TWorker>(IServiceCollection services)
        where TWorker : class, IHostedService
    {
        services.AddSingleton<TWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<TWorker>());
    }
}
