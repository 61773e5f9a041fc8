using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Settings;

/// <summary>What a settings file says.</summary>
/// <param name="Values">By the names of the settings, with colons.</param>
/// <param name="IsLoaded">False where there is no file.</param>
internal sealed record SettingsFileContent(IDictionary<string, string?> Values, bool IsLoaded);

/// <summary>Reads a settings file whole, or says why not.</summary>
internal static class SettingsFileReader
{
    /// <summary>Invalid: a file that has to be there is not, it can't be read, or it is not TOML; the message says where.</summary>
    public static Result<SettingsFileContent> Read(SettingsFileLocation file)
    {
        if (!File.Exists(file.Path))
        {
            return file.IsRequired
                ? SettingsFileErrors.Missing(file)
                : new SettingsFileContent(new Dictionary<string, string?>(), IsLoaded: false);
        }
        try
        {
            return new SettingsFileContent(TomlSettings.Of(TomlFile.Parse(ReadBounded(file.Path))), IsLoaded: true);
        }
        catch (SettingsSyntaxException exception)
        {
            return SettingsFileErrors.NotToml(file, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return SettingsFileErrors.NotReadable(file, exception.Message);
        }
    }

    /// <summary>One byte more than the reader takes is enough for it to refuse.</summary>
    private static ReadOnlySpan<byte> ReadBounded(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[TomlFile.MaximumBytes + 1];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
