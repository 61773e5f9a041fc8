using System.Data.Common;

namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>A lock that a database server keeps for as long as a connection lives.</summary>
internal interface IConnectionLock
{
    /// <summary>With whom the lock is shared.</summary>
    LeaseSharing Sharing { get; }

    /// <summary>A connection of its own, not opened and in no pool.</summary>
    DbConnection CreateConnection();

    /// <summary>Tries to take the lock on an open connection. False: another connection has it.</summary>
    Task<bool> TryTakeAsync(DbConnection connection, CancellationToken cancellationToken);
}
