using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.Tests.V1;

/// <summary>What the server finds out by itself about connections.</summary>
public sealed class ConnectionHealthTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private readonly Dictionary<string, string> _logins = new() { ["first"] = "ada@example.org", ["second"] = "lovelace@example.org" };
    private readonly TestTools _tools = new();
    private PlatformScene _scene = null!;
    private Upstream _service = null!;
    private Upstream _receiver = null!;
    private HttpClient _backend = null!;
    private volatile bool _isDown;

    public async Task InitializeAsync()
    {
        (_service, _receiver) = (await Upstream.StartAsync(), await Upstream.StartAsync());
        _service.Answer = context => Upstream.Json(
            context, $$"""{"login":"{{_logins.GetValueOrDefault(TokenOf(context))}}"}""", _isDown ? 503 : _refused.ContainsKey(TokenOf(context)) ? 401 : 200);
        _tools.AddManifest("mirror", Manifest("mirror", _service.Url, "")).AddManifest("named", Manifest("named", _service.Url, """, "label": ["$.login"] """));
        _scene = await PlatformScene.StartAsync(server => server.With("Catalog:Path", _tools.Folder)
            .With("Connections:LookEvery", "00:00:01").With("Connections:CheckEvery", "00:00:02"));
        _backend = await _scene.Server.ClientOfAsync(Organization.DefaultSlug);
    }

    public async Task DisposeAsync()
    {
        _backend.Dispose();
        await _scene.DisposeAsync();
        await _service.DisposeAsync();
        await _receiver.DisposeAsync();
        _tools.Dispose();
    }

    [Fact]
    public async Task Access_taken_back_at_the_service_is_found_out_and_told_to_a_webhook_and_an_unused_connection_is_left_alone()
    {
        var organization = (await _scene.Root.Client.GetReplyAsync("/api/organizations")).With(200).Json.GetProperty("organizations")[0].GetProperty("id");
        (await _scene.Root.Client.PostReplyAsync($"/v1/webhooks?organization_id={organization}",
            new { url = new Uri(_receiver.Url, "/hook").AbsoluteUri, events = new[] { "connection.needs_reconnect" } })).With(201);
        var (used, unused) = (await ConnectAsync("used"), await ConnectAsync("unused"));
        await RunAsync("used");
        await Eventually.BecomesAsync(async () => await IsCheckedAsync(used), "check of the connection in use");
        ChecksOf("used").ShouldBeGreaterThan(0);
        _receiver.Requests.ShouldBeEmpty();

        (_refused["used"], _refused["unused"]) = (true, true);

        await Eventually.SoAsync("webhook", () => Task.FromResult(_receiver.Requests.Count > 0), TimeSpan.FromSeconds(60));
        var told = JsonElement.Parse(_receiver.Request.Text);
        told.GetProperty("type").GetString().ShouldBe("connection.needs_reconnect");
        told.GetProperty("data").GetProperty("owner").GetProperty("id").GetString().ShouldBe("used");
        var after = await ReadAsync(used);
        after.GetProperty("state").GetString().ShouldBe("needs_reconnect");
        after.GetProperty("last_error").GetProperty("code").GetString().ShouldBe("needs_reconnect");
        ((await ReadAsync(unused)).GetProperty("state").GetString(), await IsCheckedAsync(unused), ChecksOf("unused")).ShouldBe(("active", false, 0));
    }

    [Fact]
    public async Task Service_that_does_not_answer_changes_nothing()
    {
        var connection = await ConnectAsync("ada");
        await RunAsync("ada");
        _isDown = true;

        await Eventually.BecomesAsync(() => Task.FromResult(ChecksOf("ada") > 1), "second check");

        var after = await ReadAsync(connection);
        (after.GetProperty("state").GetString(), after.GetProperty("last_error").ValueKind).ShouldBe(("active", JsonValueKind.Null));
    }

    [Fact]
    public async Task Connection_that_was_never_used_gets_its_label_and_another_account_its_own()
    {
        var connection = await ConnectAsync("first", "named");
        await Eventually.BecomesAsync(async () => await LabelAsync(connection) == "ada@example.org", "label");

        (await ConnectAsync("second", "named", owner: "first")).ShouldBe(connection);

        await Eventually.BecomesAsync(async () => await LabelAsync(connection) == "lovelace@example.org", "label of the other account");
        (ChecksOf("first"), ChecksOf("second")).ShouldBe((1, 1));
    }

    private static JsonObject Manifest(string name, Uri url, string label) => (JsonObject)JsonNode.Parse($$"""
        {
          "name": "{{name}}", "display_name": "Mirror", "description": "A tool for tests.", "version": "1.0.0",
          "server": { "url": "{{url}}" }, "auth": [{ "type": "bearer" }], "verification": { "method": "GET", "path": "/me"{{label}} },
          "defaults": { "timeout_seconds": 20, "retry": { "max_attempts": 1 } },
          "actions": [{
            "name": "who", "description": "Says who.", "request": { "method": "GET", "path": "/who" },
            "parameters": { "type": "object", "properties": {}, "additionalProperties": false }
          }]
        }
        """)!;

    private static string TokenOf(HttpContext context) => context.Request.Headers.Authorization.ToString()["Bearer ".Length..];

    /// <summary>Connects the default account of a person, whose name is that of the token where none is given.</summary>
    /// <returns>The connection's id.</returns>
    private async Task<string> ConnectAsync(string token, string tool = "mirror", string? owner = null) =>
        (await _backend.PostReplyAsync("/v1/connections", new { owner = owner ?? token, tool, account = "default", credentials = new { token } })).With(201)
            .Json.GetProperty("connection").GetProperty("id").GetString()!;

    private async Task<string?> LabelAsync(string connection) => (await ReadAsync(connection)).GetProperty("label").GetString();

    private async Task RunAsync(string owner) => (await _backend.PostReplyAsync("/v1/runs", new { owner, tool = "mirror", action = "who" })).With(200);

    private async Task<JsonElement> ReadAsync(string connection) => (await _backend.GetReplyAsync($"/v1/connections/{connection}")).With(200).Json;

    private async Task<bool> IsCheckedAsync(string connection) =>
        (await ReadAsync(connection)).GetProperty("last_checked_at").ValueKind != JsonValueKind.Null;

    private int ChecksOf(string token) =>
        _service.Requests.Count(request => request.Target == "/me" && request.Header("Authorization") == $"Bearer {token}");
}
