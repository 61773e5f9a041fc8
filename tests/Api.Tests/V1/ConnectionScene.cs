using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.V1;

/// <summary>
/// A server with the tool <c>mirror</c>, whose service answers which token it was called with, and refuses those that were taken back; and with the tool
/// <c>slow</c>, whose logins wait.
/// </summary>
public sealed class ConnectionScene : IAsyncLifetime
{
    private readonly TestTools _tools = new();
    private readonly HashSet<string> _refused = [];
    private WebApplication _service = null!;
    private int _number;
    private int _requests;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>Counts the logins that the service of <c>slow</c> has got.</summary>
    internal SemaphoreSlim Logins { get; } = new(0);

    /// <summary>Lets one login of <c>slow</c> go on.</summary>
    internal SemaphoreSlim LoginAnswers { get; } = new(0);

    /// <summary>How many requests the service got.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    public async Task InitializeAsync()
    {
        _service = await StartServiceAsync();
        _tools.Add("mirror", _service.Urls.Single(), TestTools.Action("who", "GET", "/who")).AddManifest("slow", Slow(_service.Urls.Single()));
        ModuleX = await AModuleX().With("Catalog:Path", _tools.Folder).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        await _service.DisposeAsync();
        _tools.Dispose();
    }

    /// <summary>A backend of a new organization.</summary>
    internal Task<HttpClient> BackendAsync() => ModuleX.ClientOfAsync($"backend-{Interlocked.Increment(ref _number)}");

    /// <summary>Makes the service refuse a token from now on.</summary>
    internal void TakeBack(string token)
    {
        lock (_refused) _refused.Add(token);
    }

    /// <summary>Connects an account whose token is its own name, and gives the connection.</summary>
    internal static async Task<JsonElement> ConnectAsync(HttpClient client, string token, object body)
    {
        var sent = JsonSerializer.SerializeToNode(body)!.AsObject();
        sent["tool"] = "mirror";
        sent["credentials"] = JsonSerializer.SerializeToNode(new { token });
        return (await client.PostReplyAsync("/v1/connections", sent)).With(201).Json.GetProperty("connection");
    }

    /// <summary>Runs, and gives the token that the service saw.</summary>
    internal static async Task<string> WhoAsync(HttpClient client, object body)
    {
        var sent = JsonSerializer.SerializeToNode(body)!.AsObject();
        (sent["tool"], sent["action"]) = ("mirror", "who");
        return (await client.PostReplyAsync("/v1/runs", sent)).With(200).Json.GetProperty("result").GetProperty("token").GetString()!;
    }

    private static JsonObject Slow(string url)
    {
        var manifest = JsonNode.Parse("""
            {
              "name": "slow", "display_name": "Slow", "description": "A tool for tests.", "version": "1.0.0", "server": {},
              "auth": [{
                "type": "exchange", "fields": [{ "name": "password", "title": "Password", "secret": true }],
                "request": { "path": "/session", "body": { "password": "{password}" } }, "token_response": { "access_token": "$.id" },
                "apply": { "headers": { "X-Session": "{access_token}" } }
              }],
              "actions": []
            }
            """)!.AsObject();
        manifest["server"]!["url"] = url;
        manifest["actions"]!.AsArray().Add(TestTools.Action("who", "GET", "/who"));
        return manifest;
    }

    private async Task<WebApplication> StartServiceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/who", (HttpRequest request) =>
        {
            Interlocked.Increment(ref _requests);
            var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
            lock (_refused) return _refused.Contains(token) ? Results.Unauthorized() : Results.Ok(new { token });
        });
        app.MapPost("/session", async () =>
        {
            Logins.Release();
            await LoginAnswers.WaitAsync();
            return new { id = "session" };
        });
        await app.StartAsync();
        return app;
    }
}
