using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModuleX.Api.Tests.Connecting;

/// <summary>The examples of the guide are those that connect in <see cref="ServiceTests"/>.</summary>
public sealed partial class DocumentedExampleTests
{
    [Fact]
    public void Examples_of_the_guide_are_pieces_of_manifests_that_are_tested()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "adding-a-tool.md"));
        var examples = Example().Matches(guide).ToList();

        examples.Count.ShouldBe(10);
        foreach (var example in examples)
        {
            var name = example.Groups["service"].Value.ToLowerInvariant();
            var manifest = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Api.Tests", "Connecting", "manifests", $"{name}.json")))!;
            foreach (var (member, value) in JsonNode.Parse(example.Groups["json"].Value)!.AsObject())
            {
                var isThere = member == "auth"
                    ? value!.AsArray().All(auth => manifest["auth"]!.AsArray().Any(other => JsonNode.DeepEquals(auth, other)))
                    : JsonNode.DeepEquals(value, manifest[member]);
                isThere.ShouldBeTrue($"{name}: {member} is not as in the manifest that is tested");
            }
        }
    }

    [GeneratedRegex(@"^### (?<service>\w+): [^#]*?```json\n(?<json>.*?)\n```",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Example();
}
