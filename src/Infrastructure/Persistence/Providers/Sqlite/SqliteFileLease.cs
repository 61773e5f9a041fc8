using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// A lock file beside the database, held open for this process alone: the operating system lets go of it when the process dies, however it dies.
/// The file stays when the lease is given up: to remove it would let two processes lock two files of the same name.
/// </summary>
internal sealed class SqliteFileLease(string databaseFile) : ISingleNodeLease
{
    // What the systems say when somebody else has the file locked.
    private const int WindowsSharingViolation = 32;
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private readonly string _lockFile = databaseFile + ".lock";

    // A file of its own: what is locked can't be read by the one who is refused.
    private readonly string _holderFile = databaseFile + ".pid";

    private FileStream? _lock;

    public Task AcquireAsync(CancellationToken cancellationToken)
    {
        if (_lock is not null) return Task.CompletedTask;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_lockFile)!);
            _lock = new FileStream(_lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when ((exception.HResult & 0xFFFF) is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            throw LeaseMessages.Taken(ReadHolder());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The folder of the database can't be written: {exception.Message}", exception);
        }
        File.WriteAllText(_holderFile, $"{Environment.ProcessId}\n");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_lock is null) return;
        File.Delete(_holderFile);
        await _lock.DisposeAsync();
        _lock = null;
    }

    private string? ReadHolder()
    {
        try
        {
            return int.TryParse(File.ReadAllText(_holderFile), out var id) ? $"process {id}" : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
