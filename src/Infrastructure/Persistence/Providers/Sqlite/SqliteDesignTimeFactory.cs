using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ModuleX.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Makes the context for <c>dotnet ef</c>, which compares models and never connects.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteModuleXDbContext>
{
    public SqliteModuleXDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteModuleXDbContext>();
        SqliteProvider.Configure(options, "Data Source=design-time.db");
        return new SqliteModuleXDbContext(options.Options);
    }
}
