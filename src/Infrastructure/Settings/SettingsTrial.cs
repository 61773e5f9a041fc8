using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Says everything that is wrong with settings at once, without a trace in a server that runs.</summary>
/// <param name="services">Everything that the server is made of.</param>
internal sealed class SettingsTrial(IServiceCollection services)
{
    /// <summary>What is wrong before anything reads the settings: unknown names, values of another form, and what the rules say about all others.</summary>
    public ImmutableArray<string> FaultsOf(IConfigurationRoot settings) => FaultsOf([.. settings.Providers], alwaysAskRules: false);

    /// <summary>What would be wrong with the settings as a whole; empty when nothing is.</summary>
    /// <param name="live">The settings as they are; only the file's part is exchanged.</param>
    public ImmutableArray<string> FaultsWith(SettingsFileContent content, IConfigurationRoot live) =>
        FaultsOf(
            [.. live.Providers.Select(provider => provider is SettingsFileProvider file ? new SettingsFileProvider(file.File, content) : provider)],
            alwaysAskRules: true);

    /// <param name="alwaysAskRules">False where they are asked anyhow when the names and forms are right.</param>
    private ImmutableArray<string> FaultsOf(IReadOnlyList<IConfigurationProvider> providers, bool alwaysAskRules)
    {
        var known = new KnownSettings(services);
        ImmutableArray<string> names = [.. providers.SelectMany(provider => UnknownNames(provider, known)).Distinct()];
        using var whole = RootOf(providers, []);
        var forms = known.WrongForms(whole);
        if (names.IsEmpty && forms.IsEmpty && !alwaysAskRules) return [];
        // A value of another form would keep the rules from being asked at all.
        using var readable = RootOf(providers, [.. forms.Select(wrong => wrong.Name)]);
        return [.. names, .. forms.Select(wrong => wrong.Fault), .. FaultsByRules(readable)];
    }

    private static IEnumerable<string> UnknownNames(IConfigurationProvider provider, KnownSettings known)
    {
        if (SettingsProviders.WordOf(provider) is not { } word) return [];
        return SettingsProviders.SettingsOf(provider)
            .Select(setting => known.FaultOf(setting.Name, isValue: setting.Value is not null)).OfType<string>()
            .Select(fault => word.Length == 0 ? fault : $"{word}: {fault}");
    }

    private ImmutableArray<string> FaultsByRules(ConfigurationRoot settings)
    {
        try
        {
            using var server = ServicesWith(settings);
            server.GetService<IStartupValidator>()?.Validate();
            using var logging = new ServiceCollection().AddLogging(builder => builder.AddConfiguration(settings.GetSection("Logging"))).BuildServiceProvider();
            _ = logging.GetRequiredService<IOptions<LoggerFilterOptions>>().Value;
            return [];
        }
        catch (Exception exception) when (SettingsFaults.In(exception) is { IsEmpty: false } faults)
        {
            return faults;
        }
    }

    private ServiceProvider ServicesWith(IConfiguration settings)
    {
        IServiceCollection trial = new ServiceCollection();
        foreach (var service in services) trial.Add(service);
        return trial.Replace(ServiceDescriptor.Singleton(settings)).BuildServiceProvider();
    }

    private static ConfigurationRoot RootOf(IEnumerable<IConfigurationProvider> providers, IReadOnlyCollection<string> without) =>
        new([.. providers.Select(provider => new ReadOnlyProvider(provider, without))]);
}
