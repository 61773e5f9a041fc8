using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>What breaks clients of the released document is told in the changelog.</summary>
public sealed class BreakingChangeTests(DocumentScene scene) : IClassFixture<DocumentScene>
{
    public const string ReleasedFile = "released.json";

    [Fact]
    public async Task Every_breaking_change_stands_in_the_changelog()
    {
        var released = JsonNode.Parse(await File.ReadAllTextAsync(DocumentScene.FileOf(ReleasedFile)))!.AsObject();
        var lines = Unreleased(await File.ReadAllLinesAsync(Repository.PathOf("CHANGELOG.md")))
            .Where(line => line.Contains("breaking", StringComparison.OrdinalIgnoreCase)).ToList();

        BreakingChanges.Between(released, await scene.WholeAsync()).Where(change => !lines.Exists(line => line.Contains(change.Operation)))
            .Select(change => $"{change.Operation} {change.What}")
                .ShouldBeEmpty("a line of CHANGELOG.md under Unreleased has to name the operation and the word breaking");
    }

    [Theory]
    [InlineData("paths//api/roles/post", "remove", "Roles_Create is gone")]
    [InlineData("paths//api/roles/post/parameters/0/required", "true", "Roles_Create needs query organization_id")]
    [InlineData("paths//api/roles/post/parameters/0/schema/enum", """["a"]""", "Roles_Create takes for query organization_id only \"a\"")]
    [InlineData("components/schemas/Role/required", """["name","level"]""", "Roles_Create needs /level")]
    [InlineData("components/schemas/Role/properties/name/maxLength", "10", "Roles_Create takes for /name maxLength 10")]
    [InlineData("components/schemas/Role/properties/name/type", "\"integer\"", "Roles_Create takes for /name only integer")]
    [InlineData("components/schemas/Made/properties/id", "remove", "Roles_Create does not answer /id any more")]
    [InlineData("components/schemas/Made/required", "[]", "Roles_Create does not always answer /id any more")]
    [InlineData("components/schemas/Made/properties/state/enum", """["on","off","new"]""", "Roles_Create answers other values at /state")]
    [InlineData("components/schemas/Role/properties/level/maximum", "20", null)]
    [InlineData("components/schemas/Role/properties/note", """{"type":"string"}""", null)]
    [InlineData("components/schemas/Made/properties/note", """{"type":"string"}""", null)]
    [InlineData("components/schemas/Made/properties/state/enum", """["on"]""", null)]
    public void A_breaking_change_is_seen_and_another_is_not(string at, string value, string? expected)
    {
        var (before, after) = (Small(), Small());
        var (parent, name) = Find(after, at);
        if (value == "remove") parent.AsObject().Remove(name);
        else parent[name] = JsonNode.Parse(value);

        BreakingChanges.Between(before, after).Select(change => $"{change.Operation} {change.What}").ShouldBe(expected is null ? [] : [expected]);
    }

    private static JsonObject Small() => JsonNode.Parse(
        """
        {
          "paths": { "/api/roles": { "post": {
            "operationId": "Roles_Create",
            "parameters": [{ "name": "organization_id", "in": "query", "schema": { "type": "string" } }],
            "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Role" } } } },
            "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Made" } } } } }
          } } },
          "components": { "schemas": {
            "Role": {
              "type": "object", "required": ["name"],
              "properties": { "name": { "type": "string", "maxLength": 100 }, "level": { "type": "integer", "maximum": 10 } }
            },
            "Made": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "state": { "type": "string", "enum": ["on", "off"] } } }
          } }
        }
        """)!.AsObject();

    /// <param name="at">Steps with a slash between them; a slash twice begins a step that is a path.</param>
    private static (JsonNode Parent, string Name) Find(JsonObject document, string at)
    {
        var steps = at.Replace("//api/roles", "/#", StringComparison.Ordinal).Split('/').Select(step => step == "#" ? "/api/roles" : step).ToList();
        JsonNode node = document;
        foreach (var step in steps[..^1]) node = node is JsonArray list ? list[int.Parse(step)]! : node[step]!;
        return (node, steps[^1]);
    }

    private static IEnumerable<string> Unreleased(IEnumerable<string> lines) =>
        lines.SkipWhile(line => line != "## [Unreleased]").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
}
