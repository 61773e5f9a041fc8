namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A database in the throw-away cluster.</summary>
public sealed class PostgreSqlDatabase(PostgreSqlCluster cluster) : TestDatabase("postgresql")
{
    // A name that nothing has: the migrations make the database.
    internal override Task<string> CreateAsync() => Task.FromResult(cluster.ConnectionStringOf($"test_{Guid.NewGuid():N}"));

    // It goes with its cluster.
    protected override Task DropAsync() => Task.CompletedTask;
}
