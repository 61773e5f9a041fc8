using System.Text.RegularExpressions;

namespace ModuleX.Api.Tests.Agents;

/// <summary>docs/agents.md shows the programs that are tested, letter by letter.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "agents.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("modulex.mjs")]
    [InlineData("openai-chat.mjs")]
    [InlineData("openai-responses.mjs")]
    [InlineData("vercel.mjs")]
    [InlineData("anthropic.mjs")]
    public void A_program_of_the_page_is_the_tested_one(string file) =>
        Programs()[file].ShouldBe(File.ReadAllText(Path.Combine(AgentTheoryAttribute.Folder, file)).ReplaceLineEndings("\n"));

    [Fact]
    public void The_page_has_no_other_programs() =>
        Programs().Count.ShouldBe(Regex.Count(Page, "^```(js|javascript|ts|typescript)", RegexOptions.Multiline | RegexOptions.NonBacktracking));

    /// <summary>The code by the name of its file, which stands before it: <c>`modulex.mjs`:</c>.</summary>
    private static Dictionary<string, string> Programs() =>
        Program().Matches(Page).ToDictionary(match => match.Groups["file"].Value, match => match.Groups["code"].Value);

    [GeneratedRegex(@"`(?<file>[a-z-]+\.mjs)`:\n\n```js\n(?<code>.*?\n)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Program();
}
