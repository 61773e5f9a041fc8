using System.Text.Json.Nodes;
using System.Web;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.ConnectLinks;

/// <summary>A server with a tool that is connected with a key, and an application that makes links for it.</summary>
internal sealed class ConnectScene : IAsyncDisposable
{
    public const string Return = "https://app.example.com/done";

    private readonly TestTools _tools = new();
    private readonly List<PageBrowser> _browsers = [];

    public ModuleXServer ModuleX { get; private set; } = null!;

    public MovableClock Clock { get; } = new();

    /// <summary>The application, with its service key.</summary>
    public HttpClient Application { get; private set; } = null!;

    private Upstream Service { get; set; } = null!;

    public static async Task<ConnectScene> StartAsync(Action<ModuleXServerBuilder>? adjust = null)
    {
        var scene = new ConnectScene { Service = await FormyTool.ServeAsync() };
        scene._tools.AddManifest("formy", FormyTool.Manifest(scene.Service.Url.OriginalString));
        var builder = AModuleX().Direct("pages stand in no document").At(scene.Clock).With("Catalog:Path", scene._tools.Folder)
            .With("Connections:ReturnOrigins:0", "https://app.example.com");
        adjust?.Invoke(builder);
        scene.ModuleX = await builder.StartAsync();
        scene.Application = await scene.ModuleX.ClientOfAsync("default");
        return scene;
    }

    public PageBrowser Browser()
    {
        var browser = new PageBrowser(ModuleX.Address);
        _browsers.Add(browser);
        return browser;
    }

    public Task<Reply> AskAsync(object body) => Application.PostReplyAsync("/v1/connect-links", body);

    /// <summary>A link for an external owner.</summary>
    public async Task<(string Id, string Url)> LinkAsync(string account = "default")
    {
        var made = (await AskAsync(new { owner = "jane", tool = "formy", account, return_url = Return, state = "kept" })).With(201);
        return (made["id"]!, made["url"]!);
    }

    public async Task<string> StateOfAsync(string id) => (await Application.GetReplyAsync($"/v1/connect-links/{id}")).With(200)["state"]!;

    public Task<Reply> CompleteAsync(string id, string code) => Application.PostReplyAsync($"/v1/connect-links/{id}/complete", new { code });

    public async Task<bool> IsConnectedAsync(string owner = "jane") => (await Application.GetReplyAsync($"/auth/tools?user_id={owner}")).With(200)
        .Json.GetProperty("tools").EnumerateArray().Single(tool => tool.GetProperty("name").ValueEquals("formy")).GetProperty("is_authenticated").GetBoolean();

    /// <summary>From Continue to the last page.</summary>
    public static async Task<Page> FinishAsync(PageBrowser browser, string url)
    {
        var form = await browser.SubmitAsync((await browser.OpenAsync(url)).With(200));
        return (await browser.SubmitAsync(form.With(200), ("value.team", "blue"), ("value.api_key", "right"))).With(200);
    }

    /// <summary>The code with which a browser comes back to the application.</summary>
    public static string CodeIn(Page page) => HttpUtility.ParseQueryString(new Uri(page.LeadsTo.ShouldNotBeNull()).Query)["code"].ShouldNotBeNull();

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers) browser.Dispose();
        Application.Dispose();
        await ModuleX.DisposeAsync();
        await Service.DisposeAsync();
        _tools.Dispose();
    }
}

/// <summary>A tool of a team, which is connected with a key; the right one is "right".</summary>
internal static class FormyTool
{
    public static async Task<Upstream> ServeAsync()
    {
        var service = await Upstream.StartAsync();
        service.Answer = context => Upstream.Json(context, "{}", context.Request.Headers["X-Key"] == "right" ? 200 : 401);
        return service;
    }

    public static JsonObject Manifest(string url) => (JsonObject)JsonNode.Parse($$"""
        {
          "name": "formy", "display_name": "Formy", "description": "A tool for tests.", "version": "1.0.0", "server": { "url": "{{url}}" },
          "connection_fields": [
            { "name": "team", "title": "Team", "description": "In small letters.", "type": "string", "pattern": "^[a-z]+$", "secret": false, "required": true }
          ],
          "auth": [
            { "type": "api_key", "in": "header", "name": "X-Key", "fields": [{ "name": "api_key", "title": "API key", "secret": true, "required": true }] },
            { "type": "basic" }
          ],
          "verification": { "method": "GET", "path": "/me" },
          "errors": [{ "status": [401], "kind": "invalid_credentials" }],
          "actions": [
            { "name": "read", "description": "Reads.", "parameters": { "type": "object", "properties": {}, "additionalProperties": false },
              "request": { "method": "GET", "path": "/things" } }
          ]
        }
        """)!;
}
