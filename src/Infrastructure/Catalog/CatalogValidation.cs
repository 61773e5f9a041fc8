using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Checks a folder of manifests for people who write them.</summary>
public sealed class CatalogValidation
{
    private readonly CatalogLoader _loader;
    private readonly IOptions<CatalogOptions> _options;

    internal CatalogValidation(CatalogLoader loader, IOptions<CatalogOptions> options) => (_loader, _options) = (loader, options);

    /// <summary>The folder of the settings as a full path.</summary>
    public string Folder => _options.Value.Resolve() ?? Path.GetFullPath(_options.Value.Path);

    /// <summary>What is in the folder, and every problem of every file.</summary>
    /// <param name="folder">Null for the folder of the settings.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async Task<CatalogReport> CheckAsync(string? folder, CancellationToken cancellationToken)
    {
        var root = folder ?? _options.Value.Resolve() ?? throw new DirectoryNotFoundException($"There is no folder {_options.Value.Path}.");
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"There is no folder {root}.");
        var (tools, faults, withoutManifest) = await _loader.LoadAsync(root, [], cancellationToken);
        return new(
            [.. tools.Select(
                tool => new CheckedTool(tool.Name, tool.Actions.Count,
                [.. tool.Actions.Where(action => action.Request is null).Select(action => action.Name)]))],
            faults,
            withoutManifest);
    }
}

/// <summary>What a check of manifests found.</summary>
/// <param name="WithoutManifest">Names of folders that hold something and no manifest: a misnamed file is one.</param>
public sealed record CatalogReport(ImmutableArray<CheckedTool> Tools, ImmutableArray<ManifestFault> Faults, ImmutableArray<string> WithoutManifest);

/// <summary>A tool whose manifest is good.</summary>
/// <param name="WithoutRequest">Actions of the original format that can't be executed.</param>
public sealed record CheckedTool(string Name, int Actions, ImmutableArray<string> WithoutRequest);
