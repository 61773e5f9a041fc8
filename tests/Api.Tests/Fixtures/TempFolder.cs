namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("modulex-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
