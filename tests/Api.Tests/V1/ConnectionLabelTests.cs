using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.V1;

/// <summary>Whose a connection is, as its service says it.</summary>
public sealed class ConnectionLabelTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _logins = new() { ["key-one"] = "ada", ["key-two"] = "lovelace" };
    private readonly TestTools _tools = new();
    private Upstream _service = null!;
    private ModuleXServer _moduleX = null!;
    private HttpClient _backend = null!;

    public async Task InitializeAsync()
    {
        _service = await Upstream.StartAsync();
        _service.Answer = context => Upstream.Json(context, $$"""{"login":"{{_logins[context.Request.Headers["X-Key"].ToString()]}}"}""");
        _tools.AddManifest("named", (JsonObject)JsonNode.Parse($$"""
            {
              "name": "named", "display_name": "Named", "description": "A tool for tests.", "version": "1.0.0",
              "server": { "url": "{{_service.Url}}" }, "auth": [{ "type": "api_key", "in": "header", "name": "X-Key" }],
              "verification": { "path": "/me", "label": ["$.name", "$.login"] }, "actions": [{{TestTools.Action("who", "GET", "/me").ToJsonString()}}]
            }
            """)!);
        _moduleX = await AModuleX().With("Catalog:Path", _tools.Folder).StartAsync();
        _backend = await _moduleX.ClientOfAsync("labels");
    }

    public async Task DisposeAsync()
    {
        _backend.Dispose();
        await _moduleX.DisposeAsync();
        await _service.DisposeAsync();
        _tools.Dispose();
    }

    [Fact]
    public async Task Label_is_that_of_the_account_that_is_connected_now_and_a_check_renews_it()
    {
        var id = await ConnectAsync("key-one");
        (await ListedAsync()).ShouldBe("ada");

        (await ConnectAsync("key-two")).ShouldBe(id);
        (await ListedAsync()).ShouldBe("lovelace");

        _logins["key-two"] = "ada-lovelace";
        (await _backend.PostReplyAsync($"/v1/connections/{id}/check", null)).With(200)["label"].ShouldBe("ada-lovelace");
        (await ListedAsync()).ShouldBe("ada-lovelace");
    }

    /// <returns>The connection's id.</returns>
    private async Task<string> ConnectAsync(string key) =>
        (await _backend.PostReplyAsync("/v1/connections", new { owner = "person", tool = "named", account = "default", credentials = new { api_key = key } }))
            .With(201).Json.GetProperty("connection").GetProperty("id").GetString()!;

    private async Task<string?> ListedAsync() => (await _backend.GetReplyAsync("/v1/connections?owner=person")).With(200)
        .Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("label").GetString();
}
