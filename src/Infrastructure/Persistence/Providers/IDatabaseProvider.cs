using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers;

/// <summary>What differs between the databases, beside the derived context and its migrations.</summary>
internal interface IDatabaseProvider
{
    /// <summary>The word of the settings.</summary>
    string Word { get; }

    /// <summary>What people know the database by, without credentials: the full path of a file, or name and host.</summary>
    string Location { get; }

    /// <summary>The folder of the database's file; null where the database is a server.</summary>
    string? Folder { get; }

    /// <summary>Whether a start may change the schema. On a server that others use, too, an operator does it.</summary>
    bool MigratesAtStart { get; }

    /// <summary>The query for the database's time, in a column <c>Value</c>; null where that is this machine's own.</summary>
    string? ClockQuery { get; }

    /// <summary>The migrations that <c>Initial</c> and the one after it have replaced.</summary>
    SquashedMigrations Squashed { get; }

    /// <summary>The factory of this provider's contexts, pooled.</summary>
    IDbContextFactory<ModuleXDbContext> CreateFactory(IServiceProvider services);

    /// <summary>The lock that keeps a second process off the database.</summary>
    /// <param name="sharing">With whom it is shared.</param>
    ISingleNodeLease CreateLease(IServiceProvider services, LeaseSharing sharing);

    /// <summary>What has to be there or gone before migrations run. Called by a process that holds the lease, or by an operator.</summary>
    Task PrepareMigrationAsync(ModuleXDbContext db, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for this process's turn to write, where the database has one writer at a time, and gives what ends it; null where many write. Without
    /// turns, each request that waits for the lock holds a thread, and the one that has the lock may find none to go on with.
    /// </summary>
    /// <exception cref="UnavailableException">The turn did not come in time.</exception>
    ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Takes what a start finds of the database's files away from other users of the machine; nothing on a server.</summary>
    void CloseFiles();

    /// <summary>Copies the database into a new file while others use it.</summary>
    /// <param name="file">The full path; nothing is there yet, and its folder is.</param>
    /// <exception cref="StartupException">The database has its own means for that, which the message names.</exception>
    Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Inserts records in the context's transaction, the fastest way that the database has.</summary>
    Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken);

    /// <summary>True when a write was refused because a unique value is taken.</summary>
    bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>True when this constraint was the one that refused the write.</summary>
    /// <param name="exception">A unique violation.</param>
    bool IsViolationOf(DbUpdateException exception, UniqueConstraint constraint);

    /// <summary>True when two transactions waited for each other, and this one was ended for it: the same may be written at once.</summary>
    bool IsDeadlock(Exception exception);

    /// <summary>
    /// True for a lock or a deadlock that others caused, for a database that is away and for a disk that is full, beside what the driver itself
    /// calls transient: the same may go through later.
    /// </summary>
    bool MayPass(DbException exception);

    /// <summary>True when a write was refused because what it refers to is gone, or because something refers to what it takes away.</summary>
    bool IsReferenceViolation(DbUpdateException exception);
}
