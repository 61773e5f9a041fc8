using System.Text.Json;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Browsers;

/// <summary>What people do in the console, in a real browser before a real server; axe looks at each page, in light and dark, wide and narrow.</summary>
public sealed class ConsoleTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    private readonly TempFolder _folder = new();

    /// <param name="scene">A program in tests/tools/browser/console, whose steps say what is played.</param>
    [BrowserTheory]
    [InlineData("tools")]
    [InlineData("runs")]
    [InlineData("people")]
    [InlineData("signin")]
    public async Task People_do_their_work(string scene)
    {
        await using var server = ModuleXProcess.ServeDirect(
            Directory.CreateDirectory(Path.Combine(_folder.Path, "server")).FullName, new Dictionary<string, string>(), "--Passwords:Iterations=10000",
            "--Egress:Allow:0=127.0.0.1/32");
        await server.ReadyAsync();
        var address = server.Client.BaseAddress!.OriginalString.TrimEnd('/');

        var run = await ProgramRun.OfAsync(
            BrowserFactAttribute.Folder, "node", [$"console/{scene}.mjs", address, Directory.CreateDirectory(Path.Combine(_folder.Path, "pictures")).FullName],
            Limit, ("EMAIL", "admin@example.com"), ("PASSWORD", "admin123"), ("LOOPBACK", "1"));

        var report = JsonElement.Parse(run.Succeeded().Output);
        ListIn(report, "violations").ShouldBeEmpty();
        ListIn(report, "errors").ShouldBeEmpty();
        ListIn(report, "origins").ShouldBe([address]);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string?> ListIn(JsonElement report, string name) => report.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
