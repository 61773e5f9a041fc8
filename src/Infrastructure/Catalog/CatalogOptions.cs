namespace ModuleX.Infrastructure.Catalog;

/// <summary>Section <c>Catalog</c>: where the manifests are.</summary>
internal sealed class CatalogOptions
{
    /// <summary>The folder with one folder a tool. Relative to the working directory, or else to the program.</summary>
    public string Path { get; set; } = "integrations";

    /// <summary>Tools that are left out although their manifests are there.</summary>
    public IList<string> Exclude { get; } = [];

    /// <summary>The folder as a full path; null where there is none at either place.</summary>
    public string? Resolve() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
            .Select(root => System.IO.Path.GetFullPath(Path, root))
            .FirstOrDefault(Directory.Exists);
}
