using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Simple;

/// <summary>
/// A server with the tools that document 2 speaks of, and one upstream that is all of their services: GitHub with its authorization server,
/// the address that hands out R2R tokens, and the custom API.
/// </summary>
public sealed class SimpleScene : IAsyncLifetime
{
    /// <summary>A token that GitHub knows, and takes for nothing any more.</summary>
    private const string ExpiredToken = "a-token-that-expired";

    private readonly TestTools _tools = new TestTools().AddShipped("github").AddShipped("slack").AddShipped("r2r").AddShipped("n8n")
        .AddManifest("custom_api", CustomApi);
    private readonly ModuleXServerBuilder _builder = AModuleX();

    /// <summary>The token that GitHub hands out; a new one for each scene.</summary>
    public string Token { get; } = $"gho_{Guid.NewGuid():N}";

    public Upstream Upstream { get; private set; } = null!;

    public HttpClient Client => ModuleX.Client;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>Executions that reached a service.</summary>
    public IEnumerable<RecordedRequest> Executions =>
        Upstream.Requests.Where(
            request => !request.Target.StartsWith("/login", StringComparison.Ordinal)
            && !request.Target.StartsWith("/tokens", StringComparison.Ordinal) && request.Target != "/user");

    /// <summary>Before the server starts.</summary>
    internal SimpleScene With(string setting, string value)
    {
        _builder.With(setting, value);
        return this;
    }

    /// <inheritdoc cref="ModuleXServerBuilder.Direct"/>
    internal SimpleScene Direct(string because)
    {
        _builder.Direct(because);
        return this;
    }

    internal Owner Owner(string name) => new(Client, name);

    internal Task<Owner> ConnectedAsync(string name) => Owner(name).ConnectedToAsync("github", new { api_key = Token });

    public async Task InitializeAsync()
    {
        Upstream = await Upstream.StartAsync();
        Upstream.Answer = AnswerAsync;
        ModuleX = await _builder
            .With("Catalog:Path", _tools.Folder)
            .With("Tools:github:Server", Upstream.Url.OriginalString)
            .With("Tools:github:AuthorizeUrl", $"{Upstream.Url.OriginalString}/login/oauth/authorize")
            .With("Tools:github:TokenUrl", $"{Upstream.Url.OriginalString}/login/oauth/access_token")
            .With("Tools:github:ClientId", "client-of-the-test")
            .With("Tools:github:ClientSecret", Guid.NewGuid().ToString("N"))
            .With("Tools:r2r:AuthUrl", $"{Upstream.Url.OriginalString}/tokens/r2r")
            .StartAsync();
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        await Upstream.DisposeAsync();
        _tools.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        return (request.Method, request.Path.Value) switch
        {
            ("GET", "/login/oauth/authorize") => Upstream.Redirect(
                context, $"{request.Query["redirect_uri"]}?code={Guid.NewGuid():N}&state={Uri.EscapeDataString(request.Query["state"]!)}"),
            ("POST", "/login/oauth/access_token") or ("GET", "/tokens/r2r") => Upstream.Json(
                context, $$"""{"access_token":"{{Token}}","token_type":"bearer"}"""),
            ("GET", "/user") => Upstream.Json(context, """{"login":"octocat"}"""),
            ("GET", "/user/repos") when request.Headers.Authorization.ToString()
                .EndsWith(ExpiredToken, StringComparison.Ordinal) => Upstream.Json(context, """{"message":"Bad credentials"}""", 401),
            ("GET", "/user/repos") => Upstream.Json(
                context, """[{"name":"my-repo","full_name":"user/my-repo","private":false,"description":"My repository description"}]"""),
            ("POST", "/user/repos") => Upstream.Json(context, """{"name":"x"}""", 201),
            ("GET", "/data") => Upstream.Json(context, """{"items":[1,2,3]}"""),
            ("GET", "/api/v1/workflows") => Upstream.Json(context, """{"data":[],"nextCursor":null}"""),
            _ => Upstream.Json(context, """{"message":"Not Found"}""", 404),
        };
    }

    private static JsonObject CustomApi => (JsonObject)JsonNode.Parse("""
        {
          "name": "custom_api",
          "display_name": "Custom API",
          "description": "A service of one's own.",
          "version": "1.0.0",
          "server": { "url": "{base_url}" },
          "connection_fields": [{ "name": "base_url", "title": "Address", "type": "url" }],
          "auth": [{ "type": "api_key", "in": "header", "name": "X-Custom-Key" }],
          "actions": [
            {
              "name": "get_data",
              "description": "Reads data.",
              "parameters": { "type": "object", "properties": { "limit": { "type": "integer", "description": "How many." } }, "additionalProperties": false },
              "request": { "method": "GET", "path": "/data" }
            },
            {
              "name": "delete_data",
              "description": "Deletes all data.",
              "parameters": { "type": "object", "properties": {}, "additionalProperties": false },
              "request": { "method": "DELETE", "path": "/data" }
            }
          ]
        }
        """)!;
}
