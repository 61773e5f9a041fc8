using Microsoft.Data.SqlClient;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A database on the server that MODULEX_TEST_SQLSERVER names.</summary>
public sealed class SqlServerDatabase() : TestDatabase("sqlserver")
{
    internal override Task<string> CreateAsync() => Task.FromResult(
        new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable("MODULEX_TEST_SQLSERVER"))
            { InitialCatalog = $"test_{Guid.NewGuid():N}" }.ConnectionString);

    protected override async Task DropAsync()
    {
        await using var db = Main.OpenContext();
        await db.Database.EnsureDeletedAsync();
    }
}
