using Microsoft.Extensions.Configuration;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Settings;

/// <summary>The settings file's place among the sources of settings.</summary>
internal sealed class SettingsFileSource(SettingsFileLocation file) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new SettingsFileProvider(file);
}

/// <summary>The settings of the file as it was last taken. It is not watched: an edit counts after a reload.</summary>
internal sealed class SettingsFileProvider(SettingsFileLocation file) : ConfigurationProvider
{
    /// <param name="content">Taken as it is; nothing is read.</param>
    public SettingsFileProvider(SettingsFileLocation file, SettingsFileContent content)
        : this(file) => Take(content);

    public SettingsFileLocation File { get; } = file;

    public SettingsFileContent? Content { get; private set; }

    /// <summary>At the start. A root loads all its sources anew when it likes; the file is read on request.</summary>
    /// <exception cref="StartupException">The file can't be taken.</exception>
    public override void Load()
    {
        if (Content is not null) return;
        Take(SettingsFileReader.Read(File).Failed(out var error, out var content) ? throw new StartupException(error.Message) : content);
    }

    /// <summary>Puts a content in the place of the one that is there, and tells all who follow the settings.</summary>
    public void Exchange(SettingsFileContent content)
    {
        Take(content);
        OnReload();
    }

    private void Take(SettingsFileContent content) => (Content, Data) = (content, content.Values);
}
