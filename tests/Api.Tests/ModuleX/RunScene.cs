using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>A server with one tool whose service is on this machine, and an organization that has installed it, with a member who has connected it.</summary>
public sealed class RunScene : IAsyncLifetime
{
    public const string Tool = "ledger";

    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    /// <summary>As long as a manifest may have it.</summary>
    private static readonly string LongDescription = "Fails." + new string('!', 1018);

    private readonly TestTools _tools = new TestTools().AddManifest(Tool, Ledger);
    private int _people;

    public Upstream Upstream { get; private set; } = null!;

    internal ModuleXServer Server { get; private set; } = null!;

    internal string Organization { get; private set; } = "";

    /// <summary>The token of the super admin.</summary>
    internal string Root { get; private set; } = "";

    /// <summary>What another scene sets otherwise than usual.</summary>
    internal Action<ModuleXServerBuilder>? Adjust { get; init; }

    public async Task InitializeAsync()
    {
        Upstream = await Upstream.StartAsync();
        Upstream.Answer = AnswerAsync;
        var builder = AModuleX().With("Catalog:Path", _tools.Folder).With($"Tools:{Tool}:Server", Upstream.Url.OriginalString)
            .With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Password);
        Adjust?.Invoke(builder);
        Server = await builder.StartAsync();
        Root = (await Server.Client.PostReplyAsync("/api/auth/login", new { email = "root@example.com", password = Password })).With(200)["access_token"]!;
        Organization = (await CallAsync(Root, HttpMethod.Post, "/api/organizations", new { slug = "acme", name = "Acme" }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        await InstallAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Upstream.DisposeAsync();
        _tools.Dispose();
    }

    /// <summary>A new member of the organization, with the tool connected.</summary>
    /// <returns>The access token.</returns>
    internal async Task<string> AddMemberAsync(bool connects = true)
    {
        var email = $"person{Interlocked.Increment(ref _people)}@example.com";
        var login = (await Server.Client.PostReplyAsync("/api/auth/register", new { email, password = Password })).With(201);
        var id = login.Json.GetProperty("user").GetProperty("id").GetString();
        (await CallAsync(Root, HttpMethod.Post, $"/api/organizations/{Organization}/users", new { user_id = id, role = "member" })).With(200);
        var token = login["access_token"]!;
        if (connects) (
            await CallAsync(token, HttpMethod.Post, "/api/auth/manual",
            new { tool_name = Tool, credentials = new { api_key = Guid.NewGuid().ToString("N") } })).With(200);
        return token;
    }

    internal async Task InstallAsync() =>
        (await CallAsync(Root, HttpMethod.Post, "/api/integrations/install", new { tool_name = Tool, config_data = new { } })).With(200);

    internal async Task UninstallAsync() => (await CallAsync(Root, HttpMethod.Delete, $"/api/integrations/{Tool}")).With(200);

    internal Task<Reply> ExecuteAsync(string token, string action, object? parameters = null, string? key = null) =>
        CallAsync(token, HttpMethod.Post, $"/api/tools/{Tool}/execute", new { action, parameters = parameters ?? new { } },
            key is null ? [] : [("Idempotency-Key", key)]);

    internal Task<Reply> CallAsync(string token, HttpMethod method, string path, object? body = null, params (string, string)[] headers) =>
        Server.Client.CallAsync(method, path, body, [("Authorization", $"Bearer {token}"), ("X-Organization-ID", Organization), .. headers]);

    private static Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/entries") => Upstream.Json(context, """[{"id":1},{"id":2}]"""),
        ("POST", "/entries") => SlowlyAsync(context),
        ("POST", "/broken") => Upstream.Json(context, """{"error":"down"}""", 500),
        _ => Upstream.Json(context, "{}", 404),
    };

    /// <summary>Long enough for others to come with the same key meanwhile.</summary>
    private static async Task SlowlyAsync(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        await Upstream.Json(context, """{"id":3}""", 201);
    }

    private static JsonObject Ledger => (JsonObject)JsonNode.Parse($$"""
        {
          "name": "ledger", "display_name": "Ledger", "description": "Keeps entries.", "version": "1.0.0", "author": "Somebody", "categories": ["finance"],
          "server": { "url": "https://ledger.example.com" },
          "auth": [{ "type": "api_key", "in": "header", "name": "X-Key" }],
          "actions": [
            {
              "name": "list_entries", "description": "Lists entries.",
              "parameters": { "type": "object", "properties": {}, "additionalProperties": false },
              "request": { "method": "GET", "path": "/entries" }
            },
            {
              "name": "add_entry", "description": "Adds an entry.",
              "parameters": {
                "type": "object",
                "properties": { "text": { "type": "string", "description": "What for." }, "amount": { "type": "integer", "description": "How much." } },
                "required": ["text"],
                "additionalProperties": false
              },
              "request": { "method": "POST", "path": "/entries" }
            },
            {
              "name": "break_down", "description": "{{LongDescription}}",
              "parameters": { "type": "object", "properties": {}, "additionalProperties": false },
              "request": { "method": "POST", "path": "/broken" }
            }
          ]
        }
        """)!;
}
