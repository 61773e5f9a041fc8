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
            .Validate(options => options.OutageAllowance >= TimeSpan.Zero && options.OutageAllowance <= TimeSpan.FromMinutes(1),
                "Sessions:OutageAllowance must be from 00:00:00 to 00:01:00")
            .ValidateOnStart();
        services.AddSettings<GrantDrainOptions>(GrantDrainOptions.Section)
            .Validate(options => options.GrantPatience >= TimeSpan.Zero && options.GrantPatience <= TimeSpan.FromMinutes(10),
                "Shutdown:GrantPatience must be from 00:00:00 to 00:10:00")
            .ValidateOnStart();
        services.AddSingleton<ToolSessionChanges>();
        services.AddSingleton<IAccounts, AccountDirectory>();
        services.AddHostedService<ConnectionIds>();
        services.AddSingleton<ConnectionReader>();
        services.AddSingleton<IConnectionReader>(provider => provider.GetRequiredService<ConnectionReader>());
        services.AddSingleton<IConnectionChecks>(provider => provider.GetRequiredService<ConnectionReader>());
        services.AddSingleton<IRefreshHolders, LockedRefreshHolders>();
        services.AddSingleton<CredentialRefreshes>();
        services.AddHostedService<GrantDrain>();
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
