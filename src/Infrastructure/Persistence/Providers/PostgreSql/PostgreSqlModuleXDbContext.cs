using Microsoft.EntityFrameworkCore;

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
internal sealed class PostgreSqlModuleXDbContext(DbContextOptions<PostgreSqlModuleXDbContext> options) : ModuleXDbContext(options)
{
    protected override string IsTrue(string column) => column;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        // By code point, as everywhere else; and an update of the system's locales can't break the indexes.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
