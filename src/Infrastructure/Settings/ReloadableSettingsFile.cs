using Microsoft.Extensions.Configuration;
using ModuleX.Application.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Settings;

/// <summary>The settings file of the server that runs.</summary>
internal sealed class ReloadableSettingsFile(IConfiguration settings, SettingsTrial trial) : ISettingsFile
{
    private readonly IConfigurationRoot _settings = (IConfigurationRoot)settings;
    private readonly Lock _oneAtATime = new();

    private SettingsFileProvider Provider => _settings.Providers.OfType<SettingsFileProvider>().Single();

    public SettingsFileView Describe() => new(Provider.Content is { IsLoaded: true } ? Provider.File.Path : null);

    public Task<Result<SettingsFileView>> ReloadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Reload());
    }

    private Result<SettingsFileView> Reload()
    {
        lock (_oneAtATime)
        {
            var (provider, file) = (Provider, Provider.File);
            if (SettingsFileReader.Read(file).Failed(out var error, out var content)) return error;
            if (trial.FaultsWith(content, _settings) is { IsEmpty: false } faults) return SettingsFileErrors.NotAllowed(file, faults);
            return Exchange(provider, content) is { } refusal ? refusal : Describe();
        }
    }

    /// <summary>
    /// The trial can't know what the framework itself makes of a section, such as the console's. It says so when it is told of the change;
    /// then the old settings go back.
    /// </summary>
    private static Error? Exchange(SettingsFileProvider provider, SettingsFileContent content)
    {
        var old = provider.Content!;
        try
        {
            provider.Exchange(content);
            return null;
        }
        catch (Exception exception)
        {
            provider.Exchange(old);
            if (SettingsFaults.In(exception) is not { IsEmpty: false } faults) throw;
            return SettingsFileErrors.NotAllowed(provider.File, faults);
        }
    }
}
