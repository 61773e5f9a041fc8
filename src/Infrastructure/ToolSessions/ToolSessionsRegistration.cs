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
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

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
        services.AddSingleton<IConnectionReader, ConnectionReader>();
        services.AddConnectionHealth();
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

    private static void AddConnectionHealth(this IServiceCollection services)
    {
        services.AddSettings<ConnectionHealthOptions>(ConnectionHealthOptions.Section)
            .Validate(options => options.CheckEvery == TimeSpan.Zero || (options.CheckEvery >= Second && options.CheckEvery <= Month),
                "Connections:CheckEvery must be 00:00:00, or from 00:00:01 to 30.00:00:00")
            .Validate(options => options.InUseFor >= TimeSpan.Zero && options.InUseFor <= TimeSpan.FromDays(366),
                "Connections:InUseFor must be from 00:00:00 to 366.00:00:00")
            .Validate(options => options.LookEvery >= Second && options.LookEvery <= TimeSpan.FromHours(1),
                "Connections:LookEvery must be from 00:00:01 to 01:00:00")
            .Validate(options => options.ChecksAtOnce is >= 1 and <= 100, "Connections:ChecksAtOnce must be from 1 to 100")
            .ValidateOnStart();
        services.AddSingleton<IConnectionChecks, ConnectionChecks>();
        services.AddHostedService<ConnectionWorker>();
    }

    private static bool IsHttpUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Query.Length: 0, Fragment.Length: 0 };
}
