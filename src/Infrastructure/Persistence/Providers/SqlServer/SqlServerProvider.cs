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
    private const int ConstraintConflict = 547;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int CommandTimeout = -2;
    private const int DuplicateIndexKey = 2601;
    private const int DuplicateConstraintKey = 2627;

    public string Word => DatabaseOptions.SqlServer;

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

    public ValueTask<IDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public Task InsertAsync(ModuleXDbContext db, IReadOnlyList<RecordEntry> entries, CancellationToken cancellationToken) =>
        SqlServerRecordInsert.InsertAsync(db, entries, cancellationToken);

    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: DuplicateIndexKey or DuplicateConstraintKey };

    public bool MayPass(DbException exception) => exception is SqlException { Number: Deadlock or LockTimeout or CommandTimeout };

    public bool IsReferenceViolation(DbUpdateException exception) => exception.InnerException is SqlException { Number: ConstraintConflict };
}
