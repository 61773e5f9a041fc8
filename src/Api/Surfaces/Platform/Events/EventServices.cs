using ModuleX.Api.Hosting;
using ModuleX.Infrastructure.Events;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Registers the sockets and who serves them.</summary>
internal static class EventServices
{
    private const int MostAtOnce = 100_000;

    public static IServiceCollection AddSockets(this IServiceCollection services)
    {
        services.AddSettings<EventOptions>(EventOptions.Section)
            .Validate(options => options.Heartbeat >= TimeSpan.FromSeconds(1) && options.Heartbeat <= TimeSpan.FromMinutes(10),
                "Events:Heartbeat must be from 00:00:01 to 00:10:00")
            .Validate(options => options.QueueLength is >= 1 and <= MostAtOnce, "Events:QueueLength must be from 1 to 100000")
            .Validate(options => options.SocketsPerUser is >= 1 and <= MostAtOnce, "Events:SocketsPerUser must be from 1 to 100000")
            .Validate(options => options.StatusInterval >= TimeSpan.FromSeconds(1) && options.StatusInterval <= TimeSpan.FromHours(1),
                "Events:StatusInterval must be from 00:00:01 to 01:00:00")
            .Validate(options => options.AllowedOrigins.All(origin => WebOrigin.Of(origin) == origin),
                "Events:AllowedOrigins must be origins such as https://app.example.com: scheme, host and port, and nothing behind them")
            .ValidateOnStart();
        services.AddSingleton<OriginRule>();
        services.AddSingleton<EventSockets>();
        services.AddSingleton<IEventAudience>(provider => provider.GetRequiredService<EventSockets>());
        services.AddSingleton<SocketTickets>();
        services.AddHostedService<EventDelivery>();
        services.AddHostedService<StatusFeed>();
        services.AddHostedService<LoginSessionGuard>();
        services.AddHostedService<IdleSweep>();
        return services;
    }
}
