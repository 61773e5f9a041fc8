namespace ModuleX.Application.Configuration;

/// <summary>The operator's settings file as it was last taken.</summary>
/// <param name="Path">Its whole path; null where there is none.</param>
public sealed record SettingsFileView(string? Path)
{
    /// <summary>False where the server runs without a settings file.</summary>
    public bool IsLoaded => Path is not null;

    /// <summary>Where the settings come from that neither the environment nor the command line gives: <c>toml</c> or <c>defaults</c>.</summary>
    public string Source => IsLoaded ? "toml" : "defaults";
}
