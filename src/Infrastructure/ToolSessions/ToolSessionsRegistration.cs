using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.ToolSessions;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Telemetry;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Registers the in-process host of tool sessions; a cluster replaces it.</summary>
internal static class ToolSessionsRegistration
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSettings<ConnectionOptions>("Sessions", except: nameof(ConnectionOptions.PublicUrl))
            .Configure<IConfiguration>((options, configuration) =>
                options.PublicUrl = configuration["PublicUrl"] is { Length: > 0 } given ? given : options.PublicUrl)
            .Validate(options => IsHttpUrl(options.PublicUrl), "PublicUrl must be an http or https URL without a query")
            .ValidateOnStart();
        services.AddSettings<ToolSessionCacheOptions>("Sessions")
            .Validate(options => options.MaxCached is >= 100 and <= 10_000_000, "Sessions:MaxCached must be from 100 to 10000000")
            .ValidateOnStart();
        services.AddSingleton<OwnerChanges>();
        services.AddSingleton<ToolSessionCache>();
        services.AddSingleton<IMeasured, MeasuredToolSessions>();
        services.AddSingleton<ToolSessionLeases>();
        services.AddSingleton<IToolSessions, InProcessToolSessions>();
        services.AddSingleton<RevocationWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RevocationWorker>());
        services.AddSingleton<SettingsOAuthClients>();
        services.AddSingleton<IOAuthClients, OrganizationOAuthClients>();
        return services;
    }

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query.Length: 0, Fragment.Length: 0 };
}
