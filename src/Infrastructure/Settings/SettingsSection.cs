using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Settings;

/// <summary>A part of the settings and what it may hold.</summary>
/// <param name="Name">The part's name with colons; empty for settings outside any section.</param>
/// <param name="Form">The class that the part is bound to, or the type of its one value.</param>
/// <param name="Except">Properties of the class that are no settings.</param>
internal sealed record SettingsSection(string Name, Type Form, ImmutableArray<string> Except);

/// <summary>Makes settings known, so that a misspelt name can be refused.</summary>
public static class SettingsSections
{
    /// <summary>Binds a class to a section.</summary>
    /// <param name="section">Empty for settings outside any section.</param>
    /// <param name="except">Properties of the class that are filled from elsewhere.</param>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section, params ReadOnlySpan<string> except)
        where T : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(T), [.. except]));
        return services.AddOptions<T>().BindConfiguration(section);
    }

    /// <summary>Makes a single setting known that code reads by its name.</summary>
    public static IServiceCollection AddSetting<T>(this IServiceCollection services, string name) =>
        services.AddSingleton(new SettingsSection(name, typeof(T), []));
}
