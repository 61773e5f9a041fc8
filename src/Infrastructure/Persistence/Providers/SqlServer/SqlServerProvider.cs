using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>SQL Server.</summary>
internal sealed class SqlServerProvider(string connectionString) : IDatabaseProvider
{
    private const byte BrokenConnection = 20;
    private const int ConstraintConflict = 547;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int CommandTimeout = -2;
    private const int DuplicateIndexKey = 2601;
    private const int DuplicateConstraintKey = 2627;

    public string Word => DatabaseOptions.SqlServer;

    public string Location { get; } = LocationOf(new SqlConnectionStringBuilder(connectionString));

    public string? Folder => null;

    public bool MigratesAtStart => false;

    public string? ClockQuery => "SELECT SYSDATETIMEOFFSET() AS [Value]";

    public SquashedMigrations Squashed { get; } = new(
        [
            "20261122034053_Initial", "20261124221308_Identity", "20261124230327_Lists",
            "20261124232751_Integrations", "20261124233820_IdempotencyKeys", "20261125012103_Records",
            "20261125014807_WebhooksAndModules",
        ],
        ["20261129203007_DeletedUsers", "20261129203341_ServiceSignatures", "20261129204638_RevocationQueue"]);

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, server => server.MigrationsHistoryTable(CommonContextOptions.MigrationsTable))
        .UseModuleXDefaults();

    public void Configure(DbContextOptionsBuilder options) => Configure(options, connectionString);

    public IDbContextFactory<ModuleXDbContext> CreateFactory(IServiceProvider services) =>
        new ProviderContextFactory<SqlServerModuleXDbContext>(services.GetRequiredService<IDbContextFactory<SqlServerModuleXDbContext>>());

    public ISingleNodeLease CreateLease(IServiceProvider services, LeaseSharing sharing) =>
        ActivatorUtilities.CreateInstance<WatchedLease>(services, new SqlServerApplicationLock(connectionString, sharing));

    public Task PrepareMigrationAsync(ModuleXDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public void CloseFiles()
    {
        // They are the server's own.
    }

    public Task BackupAsync(string file, CancellationToken cancellationToken) => throw new StartupException(
        "SQL Server has its own means for backups: "
        + $"BACKUP DATABASE [{new SqlConnectionStringBuilder(connectionString).InitialCatalog}] TO DISK = N'{file}' WITH CHECKSUM");

    public Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken) =>
        SqlServerRecordInsert.InsertAsync(db, entries, cancellationToken);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: DuplicateIndexKey or DuplicateConstraintKey };

    /// <summary>The name stands in the text alone, between quotes.</summary>
    public bool IsViolationOf(DbUpdateException exception, UniqueConstraint constraint) =>
        exception.InnerException is SqlException said && said.Message.Contains($"'{constraint.Name}'", StringComparison.Ordinal);

    public bool IsDeadlock(Exception exception) => exception.Chain().OfType<SqlException>().Any(said => said.Number == Deadlock);

    /// <summary>From severity 20 on the connection is gone. The numbers: not reached, broken, no database, file or log full, throttled.</summary>
    public bool MayPass(DbException exception) => exception is SqlException said
        && (said.Class >= BrokenConnection || said.Number is Deadlock or LockTimeout or CommandTimeout
            or 2 or 53 or 64 or 233 or 1105 or 4060 or 9002 or 10053 or 10054 or 10060 or 10061 or 10928 or 10929 or 40197 or 40501 or 40613);

    public bool IsReferenceViolation(DbUpdateException exception) => exception.InnerException is SqlException { Number: ConstraintConflict };

    private static string LocationOf(SqlConnectionStringBuilder parts) => $"{parts.InitialCatalog} at {parts.DataSource}";
}
