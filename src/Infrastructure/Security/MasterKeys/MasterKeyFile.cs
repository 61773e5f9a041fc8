using System.Security.Cryptography;
using System.Text;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>The file with the master key of an embedded installation.</summary>
internal static class MasterKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The text in the file; null when there is no file.</summary>
    /// <exception cref="StartupException">Others can read the file.</exception>
    public static string? Read(string file)
    {
        if (!File.Exists(file)) return null;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            throw new StartupException($"The master key file {file} is open to other users. Close it with: chmod 600 {file}");
        return File.ReadAllText(file);
    }

    /// <summary>Makes the file with a new key. Where another process is faster, its file stays.</summary>
    public static void Make(string file)
    {
        SqliteFiles.MakeFolder(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        // Written elsewhere and then moved: half a key under the final name would lock the installation out of itself.
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length)) + "\n"));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
