using Microsoft.Data.Sqlite;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A folder for SQLite files that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modulex-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string ConnectionString(string name = "modulex.db") => $"Data Source={File(name)}";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
