using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Catalog;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>The catalog as it is registered, over a folder and settings of a test's own.</summary>
internal sealed class ACatalog : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ACatalog(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var values = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        values["Catalog:Path"] = folder;
        Settings = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(Settings).AddLogging().AddCatalog();
        services.Configure<ConnectionOptions>(options => options.PublicUrl = Settings["PublicUrl"] ?? options.PublicUrl);
        _services = services.BuildServiceProvider();
    }

    public IConfigurationRoot Settings { get; }

    public FileCatalog Files => _services.GetRequiredService<FileCatalog>();

    public CatalogValidation Validation => _services.GetRequiredService<CatalogValidation>();

    /// <summary>One tool of a folder that has no faults.</summary>
    public static async Task<ToolDefinition> ReadAsync(ManifestFolder folder, string tool, params IEnumerable<(string Name, string Value)> settings)
    {
        await using var catalog = new ACatalog(folder.Root, settings);
        var loaded = await catalog.LoadAsync(folder.Root);
        loaded.Faults.ShouldBeEmpty();
        return loaded.Tools.Single(one => one.Name == tool);
    }

    public static async Task<string[]> FaultsAsync(ManifestFolder folder, params IEnumerable<(string Name, string Value)> settings)
    {
        await using var catalog = new ACatalog(folder.Root, settings);
        return [.. (await catalog.LoadAsync(folder.Root)).Faults.Select(fault => fault.ToString())];
    }

    public Task<LoadedCatalog> LoadAsync(string folder, params IReadOnlyCollection<string> excluded) =>
        _services.GetRequiredService<CatalogLoader>().LoadAsync(folder, excluded, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Files.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
