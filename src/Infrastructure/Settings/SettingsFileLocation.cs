using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Where an operator's settings file is, or would be.</summary>
/// <param name="Path">In full.</param>
/// <param name="IsRequired">False where it may be missing, which leaves the defaults.</param>
internal sealed record SettingsFileLocation(string Path, bool IsRequired)
{
    private const string FileName = "modulex.toml";
    private const string Extension = ".toml";

    /// <summary>What people know the file by.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <param name="named">The path that the environment names; null or empty for none.</param>
    /// <exception cref="StartupException">The environment names what can't be one.</exception>
    public static SettingsFileLocation Find(string workingDirectory, string? named)
    {
        if (string.IsNullOrEmpty(named)) return new SettingsFileLocation(System.IO.Path.Combine(workingDirectory, FileName), IsRequired: false);
        // A JSON file, say, would only be refused by its first line, which says less.
        if (!named.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new StartupException($"{SettingsRegistration.PathVariable} must name a file that ends in {Extension}; it is {named}.");
        return new SettingsFileLocation(System.IO.Path.GetFullPath(named, workingDirectory), IsRequired: true);
    }
}
