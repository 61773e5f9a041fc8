using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.V1;

/// <summary>What an execution would send, shown without sending it. Nobody listens where the tool's service should be.</summary>
public sealed class RunPreviewTests : IDisposable
{
    private const string Service = "http://127.0.0.1:9";
    private const string Path = "/v1/runs/preview";

    private readonly TestTools _tools = new TestTools().AddManifest("notes", JsonNode.Parse($$"""
        {
          "name": "notes", "display_name": "Notes", "description": "A tool for tests.", "version": "1.0.0", "server": { "url": "{{Service}}" },
          "auth": [{ "type": "api_key", "in": "query", "name": "key" }],
          "actions": [{
            "name": "add_note", "description": "Adds a note.",
            "parameters": {
              "type": "object", "required": ["book", "text"], "additionalProperties": false,
              "properties": { "book": { "type": "string", "description": "Where." }, "text": { "type": "string", "description": "What." } }
            },
            "request": { "method": "POST", "path": "/books/{book}/notes" }
          }]
        }
        """)!.AsObject());

    public void Dispose() => _tools.Dispose();

    [Fact]
    public async Task The_request_is_shown_without_its_secrets_and_not_sent_or_recorded()
    {
        await using var server = await AModuleX().With("Catalog:Path", _tools.Folder).StartAsync();
        var client = await server.ClientOfAsync("backend");
        var connected = await client.PostReplyAsync("/v1/connections", new { owner = "ada", tool = "notes", credentials = new { api_key = "key-of-ada-here" } });
        var connection = connected.With(201).Json.GetProperty("connection").GetProperty("id").GetString();

        var preview = (await client.PostReplyAsync(Path, Note("a/b", "key-of-ada-here and more"))).With(200);

        (preview["method"], preview["url"], preview["connection_id"]).ShouldBe(("POST", $"{Service}/books/a%2Fb/notes?key=***", connection));
        preview.Json.GetProperty("headers").GetProperty("Content-Type").GetString().ShouldBe("application/json");
        // The person's own text says a secret: it stays one.
        preview["body"].ShouldBe("""{"text":"*** and more"}""");
        preview.Text.ShouldNotContain("key-of-ada-here");
        (await client.GetReplyAsync("/v1/runs")).With(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_executed_is_refused_alike()
    {
        await using var server = await AModuleX().With("Catalog:Path", _tools.Folder).StartAsync();
        var client = await server.ClientOfAsync("backend");

        (await client.PostReplyAsync(Path, Note("a", "b"))).With(404)["code"].ShouldBe("tool_not_connected");
        (await client.PostReplyAsync(Path, new { owner = "ada", tool = "notes", action = "add_note", arguments = new { book = "a" } }))
            .With(400)["code"].ShouldBe("invalid_parameters");
        (await client.PostReplyAsync(Path, new { owner = "ada", tool = "notes", action = "drop" })).With(404)["code"].ShouldBe("action_not_found");
    }

    private static object Note(string book, string text) => new { owner = "ada", tool = "notes", action = "add_note", arguments = new { book, text } };
}
