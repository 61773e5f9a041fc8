using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>The program as it is built, or published: code that was compiled ahead of time is other code (<c>MODULEX_TEST_PROGRAM</c>).</summary>
public sealed partial class ProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_operation_that_reads_is_answered_and_the_program_lives_on()
    {
        await using var program = ModuleXProcess.Serve(_folder.Path);
        await program.ReadyAsync();
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("docs", "openapi", "openapi.json")));

        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)))
        {
            // Nothing of it is right, so that all that reads a request has read.
            var reply = await program.Client.GetReplyAsync(Segment().Replace(path.Name, "x") + "?user_id=x&detail=x&strict=x&limit=x&page=x&skip=x");
            reply.Status.ShouldBeLessThan(500, $"{path.Name}: {reply.Text}");
        }

        program.HasExited.ShouldBeFalse(program.Errors);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Segment();
}
