using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Sources of settings, looked at one by one.</summary>
internal static class SettingsProviders
{
    /// <summary>The name of a source whose every setting is meant for this program; null for one that others share, as the environment.</summary>
    public static string? WordOf(IConfigurationProvider provider) => provider switch
    {
        SettingsFileProvider file => file.File.Name,
        JsonConfigurationProvider json => json.Source.Path,
        CommandLineConfigurationProvider => "",
        _ => null,
    };

    /// <summary>All names that a source has a value for, or a table that says nothing.</summary>
    public static IEnumerable<(string Name, string? Value)> SettingsOf(IConfigurationProvider provider, string? parent = null)
    {
        foreach (var part in provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var name = parent is null ? part : $"{parent}:{part}";
            if (provider.TryGet(name, out var value)) yield return (name, value);
            foreach (var inner in SettingsOf(provider, name)) yield return inner;
        }
    }
}

/// <summary>A source of the running server to look at: a root loads its sources and disposes of them, which would reach the server.</summary>
/// <param name="without">Names that are left out.</param>
internal sealed class ReadOnlyProvider(IConfigurationProvider inner, IReadOnlyCollection<string> without) : IConfigurationProvider
{
    public bool TryGet(string key, out string? value)
    {
        value = null;
        return !without.Contains(key, StringComparer.OrdinalIgnoreCase) && inner.TryGet(key, out value);
    }

    public void Set(string key, string? value) => throw new NotSupportedException("A trial changes nothing.");

    public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => new ConfigurationReloadToken();

    public void Load()
    {
    }

    public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
        inner.GetChildKeys([], parentPath)
            .Where(key => !without.Contains(parentPath is null ? key : $"{parentPath}:{key}", StringComparer.OrdinalIgnoreCase))
            .Concat(earlierKeys)
            .Order(ConfigurationKeyComparer.Instance);
}
