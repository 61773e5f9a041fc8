using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence.Startup;
using SQLitePCL;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>SQLite, the embedded default: one file, one process.</summary>
internal sealed class SqliteProvider : IDatabaseProvider
{
    private const string DefaultConnectionString = "Data Source=data/modulex.db";
    private const int ConstraintForeignKey = 787;

    // What SQLite says where a key restricts a deletion.
    private const int ConstraintTrigger = 1811;

    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    private readonly string _connectionString;
    private readonly SqliteTurns _turns = new();

    public SqliteProvider(string? connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString);
        builder.DataSource = File = Path.GetFullPath(builder.DataSource);
        // The driver waits for a lock for as long as a command may take; 30 seconds would pile up requests.
        if (!builder.ContainsKey("Default Timeout") || builder.DefaultTimeout == 30) builder.DefaultTimeout = SqlitePragmas.BusyTimeoutSeconds;
        _connectionString = builder.ConnectionString;
    }

    /// <summary>The database's file.</summary>
    public string File { get; }

    public string Word => DatabaseOptions.Sqlite;

    public string Location => File;

    public string Folder => Path.GetDirectoryName(File)!;

    public bool MigratesAtStart => true;

    public string? ClockQuery => null;

    public SquashedMigrations Squashed { get; } = new(
        [
            "20261122034039_Initial", "20261124221300_Identity", "20261124230321_Lists",
            "20261124232733_Integrations", "20261124233813_IdempotencyKeys", "20261125012057_Records",
            "20261125014801_WebhooksAndModules",
        ],
        ["20261129203001_DeletedUsers", "20261129203256_ServiceSignatures", "20261129204616_RevocationQueue"]);

    /// <summary>Null where the connection string names a file that can hold a database for good.</summary>
    /// <exception cref="ArgumentException">The driver does not understand it.</exception>
    public static string? ProblemOf(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        return parts.DataSource.Length == 0 || parts.Mode == SqliteOpenMode.Memory || parts.DataSource == ":memory:"
            || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? "Database:ConnectionString must name a file for sqlite, as in Data Source=/var/lib/modulex/modulex.db"
            : null;
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(CommonContextOptions.MigrationsTable))
        .AddInterceptors(SqlitePragmas.Instance)
        .UseModuleXDefaults();

    public void Configure(DbContextOptionsBuilder options) => Configure(options, _connectionString);

    public IDbContextFactory<ModuleXDbContext> CreateFactory(IServiceProvider services) =>
        new ProviderContextFactory<SqliteModuleXDbContext>(services.GetRequiredService<IDbContextFactory<SqliteModuleXDbContext>>());

    public ISingleNodeLease CreateLease(IServiceProvider services, LeaseSharing sharing) => new SqliteFileLease(File, sharing);

    public async Task PrepareMigrationAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        SqliteFiles.Begin(File);
        if (!await db.ExistsAsync(cancellationToken)) return;
        // EF's migration lock is a row on SQLite. A process that died while it migrated leaves it, and everybody after it would wait forever.
        var stale = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (stale > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
    }

    public async ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => await _turns.TakeAsync(cancellationToken);

    public void CloseFiles() => SqliteFiles.Close(File);

    public Task BackupAsync(string file, CancellationToken cancellationToken) => SqliteBackup.MakeAsync(_connectionString, file, cancellationToken);

    public Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken)
    {
        SqliteRecordInsert.Insert(db, entries);
        return Task.CompletedTask;
    }

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    /// <summary>SQLite names the columns, and only in its text: <c>UNIQUE constraint failed: users.tenant_id, users.email_key</c>.</summary>
    public bool IsViolationOf(DbUpdateException exception, UniqueConstraint constraint)
    {
        var columns = string.Join(", ", constraint.Columns.Select(column => $"{constraint.Table}.{column}"));
        return exception.InnerException is SqliteException said && said.Message.Contains($"failed: {columns}'", StringComparison.Ordinal);
    }

    /// <summary>Never: there is one writer, and its lock is taken as a whole.</summary>
    public bool IsDeadlock(Exception exception) => false;

    /// <summary>Another connection kept the file longer than the busy time-out, or the disk is full, broken or gone.</summary>
    public bool MayPass(DbException exception) => exception is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY,
    };

    public bool IsReferenceViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintForeignKey or ConstraintTrigger };
}
