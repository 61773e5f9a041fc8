using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Domain.Records;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>SQL Server.</summary>
internal sealed class SqlServerProvider(string connectionString) : IDatabaseProvider
{
    private const int ConstraintConflict = 547;
    private const int DuplicateIndexKey = 2601;
    private const int DuplicateConstraintKey = 2627;

    public string Word => DatabaseOptions.SqlServer;

    public string Location { get; } = LocationOf(new SqlConnectionStringBuilder(connectionString));

    public string? Folder => null;

    public bool MigratesAtStart => false;

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlServer(connectionString, server => server.MigrationsHistoryTable(CommonContextOptions.MigrationsTable))
        .UseModuleXDefaults();

    public void Configure(DbContextOptionsBuilder options) => Configure(options, connectionString);

    public IDbContextFactory<ModuleXDbContext> CreateFactory(IServiceProvider services) =>
        new ProviderContextFactory<SqlServerModuleXDbContext>(services.GetRequiredService<IDbContextFactory<SqlServerModuleXDbContext>>());

    public ISingleNodeLease CreateLease(IServiceProvider services, LeaseSharing sharing) =>
        ActivatorUtilities.CreateInstance<WatchedLease>(services, new SqlServerApplicationLock(connectionString, sharing));

    public Task PrepareMigrationAsync(ModuleXDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

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

    public bool IsReferenceViolation(DbUpdateException exception) => exception.InnerException is SqlException { Number: ConstraintConflict };

    private static string LocationOf(SqlConnectionStringBuilder parts) => $"{parts.InitialCatalog} at {parts.DataSource}";
}
