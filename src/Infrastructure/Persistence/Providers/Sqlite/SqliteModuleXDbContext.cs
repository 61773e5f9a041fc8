using Microsoft.EntityFrameworkCore;
using ModuleX.Infrastructure.Persistence.Configurations;

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
}
