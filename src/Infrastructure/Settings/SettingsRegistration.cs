using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Ports;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Registers the operator's settings file.</summary>
public static class SettingsRegistration
{
    /// <summary>The environment variable that names a settings file, which must be there then.</summary>
    public const string PathVariable = "MODULEX_CONFIG_PATH";

    /// <summary>Adds the file that <see cref="PathVariable"/> names, or else <c>modulex.toml</c> in a folder where there is one.</summary>
    /// <exception cref="StartupException">The file can't be taken; the message says why, with line and column.</exception>
    public static IConfigurationBuilder AddSettingsFile(this IConfigurationBuilder settings, string folder) =>
        settings.Add(new SettingsFileSource(SettingsFileLocation.Find(folder, Environment.GetEnvironmentVariable(PathVariable))));

    internal static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsTrial(services));
        services.AddSingleton<ISettingsFile, ReloadableSettingsFile>();
        return services;
    }
}
