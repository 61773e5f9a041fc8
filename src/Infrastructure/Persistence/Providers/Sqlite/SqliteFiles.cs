using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Who may read the embedded database: its own user alone. There are hashes of passwords in it, and people's addresses.</summary>
internal static class SqliteFiles
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where there is none. One that is there stays as it is: it may hold other things, as /tmp does.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnersFolder);
    }

    /// <summary>Begins a database as an empty file: SQLite would let others read it, and gives what it makes beside it the same mode.</summary>
    /// <exception cref="StartupException">The folder can't be written.</exception>
    public static void Begin(string database)
    {
        try
        {
            MakeFolder(Path.GetDirectoryName(database)!);
            if (!File.Exists(database)) MakeEmpty(database);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The folder of the database can't be written: {exception.Message}", exception);
        }
    }

    /// <summary>Closes a database that was made when others could still read it, and the files that SQLite keeps beside it.</summary>
    public static void Close(string database)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in new[] { database, database + "-wal", database + "-shm", database + "-journal" }.Where(File.Exists))
        {
            if (File.GetUnixFileMode(file) != OwnersFile) File.SetUnixFileMode(file, OwnersFile);
        }
    }

    /// <summary>An empty file for its user alone.</summary>
    public static void MakeEmpty(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        new FileStream(file, options).Dispose();
    }
}
