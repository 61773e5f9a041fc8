using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModuleX.Application;
using ModuleX.Application.Configuration;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Settings;

/// <summary>The services of a server, not started, with a settings file of its own.</summary>
internal sealed class AServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IHost _host;

    /// <param name="text">The settings file at the start; null for none.</param>
    /// <param name="isNamed">Whether the environment names the file, so that it has to be there.</param>
    /// <param name="others">Settings from a stronger source, as the environment is.</param>
    public AServer(string? text, bool isNamed = false, params (string Name, string Value)[] others)
    {
        if (text is not null) Write(text);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.Sources.Add(new SettingsFileSource(SettingsFileLocation.Find(_folder.Path, isNamed ? Path : null)));
        builder.Configuration.AddInMemoryCollection(others.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddApplication().AddInfrastructure();
        _host = builder.Build();
    }

    public string Path => _folder.File("modulex.toml");

    public IConfiguration Settings => _host.Services.GetRequiredService<IConfiguration>();

    public void Write(string text) => File.WriteAllText(Path, text);

    public T Current<T>() => _host.Services.GetRequiredService<IOptionsMonitor<T>>().CurrentValue;

    public Task<Result<SettingsFileView>> ReloadAsync() => _host.Services.GetRequiredService<ISettingsFile>().ReloadAsync(CancellationToken.None);

    public async Task<SettingsFileView> FileAsync() =>
        (await _host.Services.GetRequiredService<IUseCases>().SendAsync(new GetSettingsFileQuery(), CancellationToken.None)).Required();

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }
}
