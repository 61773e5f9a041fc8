using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>The operator's own settings file, which is read at the start and on request.</summary>
public interface ISettingsFile
{
    /// <summary>The file as it was last taken; costs nothing.</summary>
    SettingsFileView Describe();

    /// <summary>
    /// Reads the file again and takes it whole. A file that may be missing and is gone leaves the defaults.
    /// Invalid, with every setting as it was before: the file can't be read or is not TOML, with line and column in the message, or a value is
    /// not allowed, with a problem for each.
    /// </summary>
    Task<Result<SettingsFileView>> ReloadAsync(CancellationToken cancellationToken);
}
