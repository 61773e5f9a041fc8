using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Hosting;

namespace ModuleX.Api.Tests.Examples;

/// <summary>Requests that are sent once in the life of an installation, here of one in Production without users.</summary>
public sealed partial class FirstStartTests
{
    private const string Surface = "modulex-first-start";
    private const string Flow = "the first super admin";

    [Fact]
    public async Task The_token_of_the_first_start_makes_the_super_admin()
    {
        using var folder = new TempFolder();
        await using var server = ModuleXProcess.Serve(folder.Path, StartTests.NewMasterKey(), "--environment=Production");
        await server.ReadyAsync();
        var recording = await ExampleRecording.OfAsync(server.Client, Surface, Flow, new Dictionary<string, string>
        {
            ["bootstrap"] = "the-token-that-the-first-start-printed", ["password"] = "a-password-of-yours",
        });

        await new ExampleFlow(server.Client, new() { ["bootstrap"] = Token().Match(server.Errors).Value, ["password"] = $"Aa1!{Guid.NewGuid():N}" },
            recording).TakeAsync((JsonArray)ExampleFlow.Read(Surface)[Flow]!);

        await recording.ShouldBeKeptAsync();
    }

    [GeneratedRegex("mxb_[A-Za-z0-9_-]{43}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
