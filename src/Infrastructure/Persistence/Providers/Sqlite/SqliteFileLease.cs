using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>
/// A lock file beside the database, held open for this process alone: the operating system lets go of it when the process dies, however it dies.
/// The file stays when the lease is given up: to remove it would let two processes lock two files of the same name.
/// </summary>
internal sealed class SqliteFileLease(string databaseFile, LeaseSharing sharing) : ISingleNodeLease
{
    // What the systems say when another process has the file locked.
    private const int WindowsSharingViolation = 32;
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly string _lockFile = databaseFile + (sharing is LeaseSharing.Starting ? ".start" : ".lock");

    // A file of its own: what is locked can't be read by the one who is refused.
    private readonly string _holderFile = databaseFile + ".pid";

    private FileStream? _lock;

    /// <summary>How long to wait: a node that starts lets the next one begin, the others keep what they have.</summary>
    private TimeSpan Patience => sharing is LeaseSharing.Starting ? TimeSpan.FromMinutes(2) : TimeSpan.Zero;

    public LeaseHold Hold => _lock is not null && sharing is LeaseSharing.Alone ? LeaseHold.OnlyWriter : LeaseHold.Shared;

    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        if (_lock is not null) return;
        for (var waited = TimeSpan.Zero; !TryAcquire(); waited += Pause)
        {
            if (waited >= Patience) throw LeaseMessages.Taken(sharing, ReadHolder());
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_lock is null) return;
        if (sharing is LeaseSharing.Alone) File.Delete(_holderFile);
        await _lock.DisposeAsync();
        _lock = null;
    }

    /// <summary>False: another process has it.</summary>
    private bool TryAcquire()
    {
        try
        {
            SqliteFiles.MakeFolder(Path.GetDirectoryName(_lockFile)!);
            _lock = sharing is LeaseSharing.Cluster ? OpenShared() : new FileStream(_lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when ((exception.HResult & 0xFFFF) is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The folder of the database can't be written: {exception.Message}", exception);
        }
        if (sharing is LeaseSharing.Alone) File.WriteAllText(_holderFile, $"{Environment.ProcessId}\n");
        return true;
    }

    /// <summary>Who only reads, and lets others read, has a lock that many may have.</summary>
    private FileStream OpenShared()
    {
        if (!File.Exists(_lockFile)) new FileStream(_lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        return new FileStream(_lockFile, FileMode.Open, FileAccess.Read, FileShare.Read);
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
