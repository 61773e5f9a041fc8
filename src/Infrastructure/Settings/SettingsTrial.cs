using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Says whether the server would start with other values in its settings file, without a trace in the server that runs.</summary>
/// <param name="services">Everything that the server is made of.</param>
internal sealed class SettingsTrial(IServiceCollection services)
{
    /// <summary>What is wrong with the settings as a whole; empty when nothing is.</summary>
    /// <param name="live">The settings as they are; only the file's part is exchanged.</param>
    public ImmutableArray<string> FaultsWith(SettingsFileContent content, IConfigurationRoot live)
    {
        using var settings = new ConfigurationRoot([.. live.Providers.Select(provider => Stand(provider, content))]);
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

    private static IConfigurationProvider Stand(IConfigurationProvider provider, SettingsFileContent content) =>
        provider is SettingsFileProvider ? new MemoryConfigurationProvider(new MemoryConfigurationSource { InitialData = content.Values }) : new ReadOnlyProvider(provider);

    /// <summary>A source of the running server to look at: a root loads its sources and disposes of them, which would reach the server.</summary>
    private sealed class ReadOnlyProvider(IConfigurationProvider inner) : IConfigurationProvider
    {
        public bool TryGet(string key, out string? value) => inner.TryGet(key, out value);

        public void Set(string key, string? value) => throw new NotSupportedException("A trial changes nothing.");

        public IChangeToken GetReloadToken() => new ConfigurationReloadToken();

        public void Load()
        {
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => inner.GetChildKeys(earlierKeys, parentPath);
    }
}
