namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A SQLite file.</summary>
public sealed class SqliteDatabase() : TestDatabase("sqlite")
{
    private readonly TemporaryFolder _folder = new();

    internal override Task<string> CreateAsync() => Task.FromResult(_folder.ConnectionString($"{Guid.NewGuid():N}.db"));

    protected override Task DropAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
