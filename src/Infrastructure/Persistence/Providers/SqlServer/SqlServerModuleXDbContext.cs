using Microsoft.EntityFrameworkCore;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>The model on SQL Server.</summary>
internal sealed class SqlServerModuleXDbContext(DbContextOptions<SqlServerModuleXDbContext> options) : ModuleXDbContext(options)
{
    protected override string IsTrue(string column) => $"{column} = 1";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        // The server's own collation ignores case: the owners "Ann" and "ann" would be one.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
}
