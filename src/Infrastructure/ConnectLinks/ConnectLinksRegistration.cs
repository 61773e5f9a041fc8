using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.ConnectLinks;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Infrastructure.ConnectLinks;

/// <summary>Registers connect links.</summary>
internal static class ConnectLinksRegistration
{
    public static IServiceCollection AddConnectLinks(this IServiceCollection services)
    {
        services.AddSettings<ConnectLinkOptions>(ConnectLinkOptions.Section)
            .Validate(
                options => options.ReturnOrigins.All(ReturnOrigin.IsOne),
                "Connections:ReturnOrigins must be origins such as https://app.example.com: scheme, host and port, and nothing behind them")
            .ValidateOnStart();
        services.AddSingleton<IConnectLinkTokens, ConnectLinkTokens>();
        services.AddHostedService<ConnectLinkCleanup>();
        return services;
    }
}
