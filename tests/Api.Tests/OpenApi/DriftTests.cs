namespace ModuleX.Api.Tests.OpenApi;

/// <summary>The documents in the repository are what the server gives.</summary>
public sealed class DriftTests(DocumentScene scene) : IClassFixture<DocumentScene>
{
    /// <summary>Set by <c>build/openapi</c>, which writes the examples and the documents in the place of comparing them.</summary>
    internal static bool Writes { get; } = Environment.GetEnvironmentVariable("MODULEX_WRITE_OPENAPI") is { Length: > 0 };

    public static TheoryData<string> Files => [.. DocumentScene.Paths.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_kept_document_is_what_the_server_gives(string file)
    {
        var (given, path) = (await scene.TextAsync(file), DocumentScene.FileOf(file));
        if (Writes) await File.WriteAllTextAsync(path, given);

        (await File.ReadAllTextAsync(path)).ShouldBe(given, $"docs/openapi/{file} is not what the server gives: run build/openapi and look at what changes");
    }

    [Fact]
    public void Nothing_else_is_kept() => Directory.GetFiles(DocumentScene.FileOf("")).Select(Path.GetFileName)
        .ShouldBe([.. DocumentScene.Paths.Keys, BreakingChangeTests.ReleasedFile, "README.md"], ignoreOrder: true);
}
