using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ModuleX.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>Makes the context for <c>dotnet ef</c>, which compares models and never connects.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlModuleXDbContext>
{
    public PostgreSqlModuleXDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlModuleXDbContext>();
        PostgreSqlProvider.Configure(options, "Host=design-time");
        return new PostgreSqlModuleXDbContext(options.Options);
    }
}
