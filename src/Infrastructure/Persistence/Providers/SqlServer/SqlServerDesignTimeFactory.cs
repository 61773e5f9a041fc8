using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ModuleX.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>Makes the context for <c>dotnet ef</c>, which compares models and never connects.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerModuleXDbContext>
{
    public SqlServerModuleXDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerModuleXDbContext>();
        SqlServerProvider.Configure(options, "Server=design-time");
        return new SqlServerModuleXDbContext(options.Options);
    }
}
