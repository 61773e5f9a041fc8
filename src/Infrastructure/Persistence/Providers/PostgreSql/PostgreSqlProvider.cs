using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence.Startup;
using Npgsql;

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgreSqlProvider(string connectionString) : IDatabaseProvider
{
    /// <summary>SQLSTATE of a transaction that the server has ended for it; the driver has no name for it.</summary>
    private const string IdleInTransaction = "25P03";

    private const string IdleLimit = "idle_in_transaction_session_timeout";
    /// <summary>How long a transaction may do nothing, in milliseconds: longer than the others need to notice a node that hangs.</summary>
    private const int LongestIdle = 10_000;

    private const string Dump = "pg_dump --format=custom";

    public string Word => DatabaseOptions.PostgreSql;

    public string Location { get; } = LocationOf(new NpgsqlConnectionStringBuilder(connectionString));

    public string? Folder => null;

    public bool MigratesAtStart => false;

    public string? ClockQuery => "SELECT clock_timestamp() AS \"Value\"";

    public SquashedMigrations Squashed { get; } = new(
        [
            "20261122034046_Initial", "20261124221304_Identity", "20261124230324_Lists",
            "20261124232741_Integrations", "20261124233816_IdempotencyKeys", "20261125012100_Records",
            "20261125014804_WebhooksAndModules",
        ],
        ["20261129203004_DeletedUsers", "20261129203318_ServiceSignatures", "20261129204627_RevocationQueue"]);

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(WithoutIdleTransactions(connectionString), npgsql => npgsql.MigrationsHistoryTable(CommonContextOptions.MigrationsTable))
        .UseModuleXDefaults();

    public void Configure(DbContextOptionsBuilder options) => Configure(options, connectionString);

    public IDbContextFactory<ModuleXDbContext> CreateFactory(IServiceProvider services) =>
        new ProviderContextFactory<PostgreSqlModuleXDbContext>(services.GetRequiredService<IDbContextFactory<PostgreSqlModuleXDbContext>>());

    public ISingleNodeLease CreateLease(IServiceProvider services, LeaseSharing sharing) =>
        ActivatorUtilities.CreateInstance<WatchedLease>(services, new PostgreSqlAdvisoryLock(connectionString, sharing));

    public async Task PrepareMigrationAsync(ModuleXDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.ExistsAsync(cancellationToken)) return;
        // Between the statements of a migration its SQL is made, which a slow machine takes long for. The connection stays open until the context ends.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SET idle_in_transaction_session_timeout = 0", cancellationToken);
    }

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public void CloseFiles()
    {
        // They are the server's own.
    }

    public Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        throw new StartupException(string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL has its own means for backups: {Dump} -h {parts.Host} -p {parts.Port} -U {parts.Username} -f {file} {NameOf(parts)}"));
    }

    public Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken) =>
        PostgreSqlRecordInsert.InsertAsync(db, entries, cancellationToken);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public bool IsViolationOf(DbUpdateException exception, UniqueConstraint constraint) =>
        exception.InnerException is PostgresException said && said.ConstraintName == constraint.Name;

    public bool IsDeadlock(Exception exception) =>
        exception.Chain().OfType<PostgresException>().Any(said => said.SqlState == PostgresErrorCodes.DeadlockDetected);

    /// <summary>By class (PostgreSQL's appendix A): connection, resources, operator intervention, system error.</summary>
    public bool MayPass(DbException exception) => exception is PostgresException said
        && (said.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
                or IdleInTransaction
            || said.SqlState[..2] is "08" or "53" or "58" || said.SqlState.StartsWith("57P", StringComparison.Ordinal));

    public bool IsReferenceViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation };

    /// <summary>
    /// A process that hangs in the middle of a transaction would keep its rows from all other nodes for as long as it hangs. The server ends the
    /// transaction instead. It is said when a connection is made: what is set later is gone when the connection goes back into the pool.
    /// </summary>
    private static string WithoutIdleTransactions(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        // The driver reads the variable where the connection string has no options.
        var options = parts.Options ?? Environment.GetEnvironmentVariable("PGOPTIONS") ?? "";
        if (options.Contains(IdleLimit, StringComparison.OrdinalIgnoreCase)) return connectionString;
        parts.Options = string.Create(CultureInfo.InvariantCulture, $"{options} -c {IdleLimit}={LongestIdle}").TrimStart();
        return parts.ConnectionString;
    }

    private static string LocationOf(NpgsqlConnectionStringBuilder parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(parts)} at {parts.Host}:{parts.Port}");

    /// <summary>Without a name the server takes the user's.</summary>
    private static string? NameOf(NpgsqlConnectionStringBuilder parts) => parts.Database ?? parts.Username;
}
