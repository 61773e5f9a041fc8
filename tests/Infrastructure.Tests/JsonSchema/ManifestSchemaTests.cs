using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

/// <summary>The schema that every tool's manifest is held against.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly CompiledSchema Schema =
        CompiledSchema.Compile(JsonElement.Parse(File.ReadAllBytes(Repository.PathOf("integrations", "schema", "tool.schema.json")))).Required();

    [Fact]
    public void Sound_manifest_is_accepted() => Problems(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Broken_manifest_is_refused_with_a_pointer_each() =>
        Problems(manifest =>
        {
            manifest.Remove("version");
            manifest["name"] = "Bad Name";
            manifest["logos"] = "https://example.org/logo.png";
            manifest["server"]!["headers"] = new JsonObject { ["X Y"] = "a", ["X-Z"] = "a\nb" };
            manifest["auth"]![0]!.AsObject().Remove("token_url");
            manifest["auth"]![0]!["scope_separator"] = ";";
            manifest["auth"]!.AsArray().Add(new JsonObject { ["type"] = "none", ["apply"] = new JsonObject() });
            manifest["actions"]![0]!["request"]!["method"] = "FETCH";
            manifest["actions"]![0]!["parameters"]!["properties"]!["q"] = new JsonObject { ["type"] = "string" };
        }).ShouldBe(
        [
            "/actions/0/parameters/properties/q/description: \"description\" is required",
            "/actions/0/request/method: must be one of: \"GET\", \"POST\", \"PUT\", \"PATCH\", \"DELETE\", \"HEAD\"",
            "/auth/0/scope_separator: must be one of: \" \", \",\"",
            "/auth/0/token_url: \"token_url\" is required",
            "/auth/1/apply: is not allowed here",
            "/logos: is not allowed here",
            "/name: must match the pattern ^[a-z][a-z0-9_-]*$",
            "/server/headers/X Y: has a name that must match the pattern ^[A-Za-z0-9-]+$",
            "/server/headers/X-Z: must match the pattern ^[^\\r\\n]*$",
            "/version: \"version\" is required",
        ]);

    private static string[] Problems(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(
            """
            {
              "name": "sample", "display_name": "Sample", "description": "A tool.", "version": "1.0.0",
              "server": { "url": "https://api.example.org" },
              "auth": [{ "type": "oauth2", "authorize_url": "https://example.org/a", "token_url": "https://example.org/t" }],
              "actions": [{
                "name": "find", "description": "Finds.",
                "parameters": { "type": "object", "properties": { "q": { "type": "string", "description": "What." } }, "required": ["q"] },
                "request": { "method": "GET", "path": "/find" }
              }]
            }
            """)!.AsObject();
        change(manifest);
        return [.. Schema.Validate(JsonSerializer.SerializeToElement(manifest)).Select(problem => problem.ToString()).Order(StringComparer.Ordinal)];
    }
}
