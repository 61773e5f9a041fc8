using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModuleX.Application.Configuration;
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

    /// <summary>Looks at all settings before anything reads them. To be called when every section is registered.</summary>
    /// <exception cref="OptionsValidationException">A name is unknown or a value is of another form; with everything else that is wrong.</exception>
    public static void CheckSettings(this IHostApplicationBuilder builder)
    {
        if (new SettingsTrial(builder.Services).FaultsOf((IConfigurationRoot)builder.Configuration) is { IsEmpty: false } faults)
            throw new OptionsValidationException("", typeof(object), faults);
    }

    /// <summary>Variables of the environment that look like settings and are none. Others use the environment, too, so that this is no fault.</summary>
    public static IEnumerable<string> DoubtfulVariables(IServiceCollection services)
    {
        var known = new KnownSettings(services);
        return Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)
            .Where(variable => variable.Split("__") is [var root, _, ..]
                && (known.Roots.Contains(root, StringComparer.OrdinalIgnoreCase) || NearestName.Of(root, known.Roots) is not null))
            .Select(variable => known.FaultOf(variable.Replace("__", ":", StringComparison.Ordinal)) is { } fault
                ? $"The environment variable {variable}: {fault}"
                : null)
            .OfType<string>();
    }

    internal static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSetting<string>("AllowedHosts").AddSetting<string>("PublicUrl").AddSetting<string>("Environment");
        services.AddSingleton(new SettingsTrial(services));
        services.AddSingleton<ISettingsFile, ReloadableSettingsFile>();
        services.AddSingleton<IOtherNodes, NoOtherNodes>();
        return services;
    }
}
