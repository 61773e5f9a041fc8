using Microsoft.EntityFrameworkCore;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>The model on SQLite: text compares by its bytes, times are numbers.</summary>
internal sealed class SqliteModuleXDbContext(DbContextOptions<SqliteModuleXDbContext> options) : ModuleXDbContext(options)
{
    protected override string IsTrue(string column) => $"{column} = 1";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // In every row and in both of its indexes: 16 bytes instead of the 36 of its text.
        var record = modelBuilder.Entity<RecordEntry>();
        record.Property(entry => entry.TenantId).HasConversion<TenantIdBytesConverter>();
        record.Property(entry => entry.OrganizationId).HasConversion<OrganizationIdBytesConverter>();
        record.Property(entry => entry.ConnectionId).HasConversion<GuidBytesConverter>();
        record.Property(entry => entry.RunId).HasConversion<GuidBytesConverter>();
    }
}
