using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Third-party linters find only known problems in the documents, each with a reason.</summary>
public sealed class LinterTests
{
    private const string Everywhere = "*";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly IReadOnlyList<KnownFinding> Known = JsonSerializer.Deserialize<KnownFinding[]>(
        File.ReadAllText(Path.Combine(LinterFactAttribute.Folder, "exceptions.json")))!;

    [LinterFact]
    public async Task Redocly_finds_what_is_known()
    {
        var found = await RunAsync(
            Path.Combine("@redocly", "cli", "bin", "cli.js"), "lint", "--config", "redocly.yaml", "--format", "json", DocumentScene.FileOf("openapi.json"));

        Compare(found.GetProperty("problems").EnumerateArray().Select(problem => new Finding(
            problem.GetProperty("ruleId").GetString()!,
            OperationOf([.. Steps(problem.GetProperty("location")[0].GetProperty("pointer").GetString()!)]))), "no-ambiguous-paths", "operation-2xx-response");
    }

    [LinterFact]
    public Task Spectral_finds_what_is_known() =>
        SpectralAsync("spectral.yaml", DocumentScene.FileOf("openapi.json"), "operation-success-response", "array-items");

    [LinterFact]
    public async Task The_rules_of_OWASP_find_what_is_known()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "openapi.json");
        // They take whatever is called parameters for parameters, in examples too, and break off.
        var document = JsonNode.Parse(await File.ReadAllTextAsync(DocumentScene.FileOf("openapi.json")));
        RemoveExamples(document);
        await File.WriteAllTextAsync(file, document!.ToJsonString());

        await SpectralAsync("owasp.yaml", file, [.. Known.Select(known => known.Rule).Where(rule => rule.StartsWith("owasp:", StringComparison.Ordinal))]);
    }

    [Fact]
    public void Every_exception_has_a_reason()
    {
        Known.Select(known => known.Rule).ShouldBeUnique();
        Known.Where(known => known.Reason.Length < 20 || known.At.Count == 0).ShouldBeEmpty();
    }

    private static async Task SpectralAsync(string rules, string file, params IReadOnlyCollection<string> own)
    {
        var found = await RunAsync(Path.Combine("@stoplight", "spectral-cli", "dist", "index.js"), "lint", "--ruleset", rules, "--format", "json", file);

        Compare(found.EnumerateArray()
            .Select(problem => new Finding(
                problem.GetProperty("code").GetString()!,
                OperationOf([.. problem.GetProperty("path").EnumerateArray().Select(step => step.ToString())]))), own);
    }

    private static void RemoveExamples(JsonNode? node)
    {
        if (node is JsonObject known) known.Remove("examples");
        foreach (var child in node switch { JsonObject members => members.Select(member => member.Value), JsonArray items => items, _ => [] })
            RemoveExamples(child);
    }

    /// <param name="own">The rules whose exceptions these findings have to need.</param>
    private static void Compare(IEnumerable<Finding> findings, params IReadOnlyCollection<string> own)
    {
        var found = findings.ToHashSet();
        found.Where(finding => !Known.Any(known => known.Rule == finding.Rule && (known.At.Contains(Everywhere) || known.At.Contains(finding.At))))
            .ShouldBeEmpty();
        Known.Where(known => own.Contains(known.Rule)).SelectMany(known => known.At.Select(at => (known.Rule, At: at)))
            .Where(known => !found.Any(finding => finding.Rule == known.Rule && (known.At == Everywhere || known.At == finding.At)))
                .ShouldBeEmpty("nothing needs these exceptions any more");
    }

    /// <summary>Which operation a place of the document belongs to, as <c>GET /tools</c>; the place itself where it is none's.</summary>
    private static string OperationOf(IReadOnlyList<string> steps) =>
        steps is ["paths", var path, var method, ..] ? $"{method.ToUpperInvariant()} {path}" : string.Join('/', steps);

    /// <summary>The steps of a JSON pointer in a fragment (RFC 6901, section 6).</summary>
    private static IEnumerable<string> Steps(string pointer) =>
        pointer.TrimStart('#', '/').Split('/')
            .Select(step => Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    private static async Task<JsonElement> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        // They end with an error where they find something; what they found is compared here.
        var run = await ProgramRun.OfAsync(
            LinterFactAttribute.Folder, LinterFactAttribute.Node, [Path.Combine(LinterFactAttribute.Folder, "node_modules", program), .. arguments], Limit);
        var text = run.Output;
        var begin = text.AsSpan().IndexOfAny('{', '[');
        begin.ShouldBeGreaterThanOrEqualTo(0, text + run.Errors);
        return JsonElement.Parse(text[begin..]);
    }

    private sealed record Finding(string Rule, string At);

    private sealed record KnownFinding(
        [property: JsonPropertyName("rule")] string Rule,
        [property: JsonPropertyName("reason")] string Reason,
        [property: JsonPropertyName("at")] IReadOnlyList<string> At);
}
