using System.Collections.Immutable;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Reads every manifest of a folder. A bad file costs its own tool only.</summary>
internal sealed class CatalogLoader(ManifestReader reader)
{
    /// <summary>Holds the schema of manifests beside the tools.</summary>
    private const string SchemaFolder = "schema";

    /// <param name="root">The folder with one folder a tool.</param>
    public async Task<LoadedCatalog> LoadAsync(string root, IReadOnlyCollection<string> excluded, CancellationToken cancellationToken)
    {
        var folders = Directory.EnumerateDirectories(root)
            .Select(folder => (Folder: folder, Name: Path.GetFileName(folder),
                File: ManifestReader.FileNames.FirstOrDefault(file => File.Exists(Path.Combine(folder, file)))))
            .Where(found => !excluded.Contains(found.Name))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .ToLookup(found => found.File is not null);
        var files = folders[true].ToList();
        var results = new Result<ToolDefinition>[files.Count];
        await Parallel.ForAsync(0, files.Count, cancellationToken, async (index, stop) =>
            results[index] = await ReadAsync(files[index].Folder, files[index].Name, files[index].File!, stop));

        var tools = new List<ToolDefinition>();
        var faults = ImmutableArray.CreateBuilder<ManifestFault>();
        foreach (var (found, result) in files.Zip(results))
        {
            if (result.Failed(out var error, out var tool))
                faults.AddRange(error.Problems.Select(problem => new ManifestFault($"{found.Name}/{found.File}", problem)));
            else tools.Add(tool);
        }
        foreach (var (tool, problem) in ManifestDependencies.Remove(tools))
            faults.Add(new ManifestFault($"{tool}/{files.Find(found => found.Name == tool).File}", problem));
        var withoutManifest = folders[false].Where(found => found.Name != SchemaFolder && Directory.EnumerateFiles(found.Folder).Any());
        return new(tools, faults.ToImmutable(), [.. withoutManifest.Select(found => found.Name)]);
    }

    private async Task<Result<ToolDefinition>> ReadAsync(string folder, string name, string file, CancellationToken cancellationToken)
    {
        try
        {
            return reader.Read(name, file, await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Unavailable, "manifest_unreadable", "The manifest can't be read")
                { Problems = [new Problem("", $"can't be read: {exception.GetType().Name}")] };
        }
    }
}

/// <summary>What a folder of manifests gave.</summary>
/// <param name="WithoutManifest">Names of folders that hold something and no manifest.</param>
internal sealed record LoadedCatalog(IReadOnlyList<ToolDefinition> Tools, ImmutableArray<ManifestFault> Faults, ImmutableArray<string> WithoutManifest);
