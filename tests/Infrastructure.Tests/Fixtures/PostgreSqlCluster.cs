using ModuleX.Tests.Shared.Databases;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A PostgreSQL that is started for the tests that need it and removed after them.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    /// <summary>The collection that shares it.</summary>
    public const string Collection = "PostgreSQL";

    private PostgreSqlServer? _server;

    public string ConnectionStringOf(string database) => _server!.ConnectionStringOf(database);

    /// <summary>For tests that take it away and give it back.</summary>
    internal PostgreSqlServer Server => _server!;

    public async Task InitializeAsync()
    {
        if (ProviderAttribute.WhySkipped("postgresql") is null) _server = await PostgreSqlServer.StartAsync(isDurable: false);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}

/// <summary>One cluster for all classes that need one.</summary>
[CollectionDefinition(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlTests : ICollectionFixture<PostgreSqlCluster>;
