using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

/// <summary>Registers what sends webhooks to the endpoints of organizations.</summary>
internal static class OutgoingWebhooksRegistration
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddOutgoingWebhooks(this IServiceCollection services)
    {
        services.AddSettings<OutgoingWebhookOptions>(OutgoingWebhookOptions.Section)
            .Validate(options => options.RetryDelays.Count <= 20 && options.RetryDelays.All(delay => delay > TimeSpan.Zero && delay <= TimeSpan.FromDays(7)),
                "OutgoingWebhooks:RetryDelays must be at most 20 times, each above 00:00:00 and at most 7.00:00:00")
            .Validate(options => options.Timeout >= Second && options.Timeout <= TimeSpan.FromMinutes(1),
                "OutgoingWebhooks:Timeout must be from 00:00:01 to 00:01:00")
            .Validate(options => options.Endpoints is >= 1 and <= 1_000, "OutgoingWebhooks:Endpoints must be from 1 to 1000")
            .Validate(options => options.RequestsPerEndpoint is >= 1 and <= 100, "OutgoingWebhooks:RequestsPerEndpoint must be from 1 to 100")
            .Validate(options => options.Lease >= 2 * options.Timeout && options.Lease <= TimeSpan.FromHours(1),
                "OutgoingWebhooks:Lease must be at least twice OutgoingWebhooks:Timeout and at most 01:00:00")
            .Validate(options => options.DisableAfter >= Second && options.DisableAfter <= TimeSpan.FromDays(366),
                "OutgoingWebhooks:DisableAfter must be from 00:00:01 to 366.00:00:00")
            .Validate(options => options.Kept >= TimeSpan.FromMinutes(1) && options.Kept <= TimeSpan.FromDays(366),
                "OutgoingWebhooks:Kept must be from 00:01:00 to 366.00:00:00")
            .ValidateOnStart();
        services.AddSingleton<OutgoingWork>();
        services.AddSingleton<IOutgoingWork>(provider => provider.GetRequiredService<OutgoingWork>());
        services.AddSingleton<IDeliverySums, StoredDeliverySums>();
        services.AddSingleton<EventFanOut>();
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton<DeliverySender>();
        services.AddSingleton<DeliveryWorker>();
        services.AddSingleton<OutgoingCleanup>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<OutgoingCleanup>());
        return services;
    }
}
