using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Domain.Access;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.V1;

/// <summary>A server with the tool <c>parrot</c>, whose service repeats every request that it gets, the credential included.</summary>
public sealed class RawRequestScene : IAsyncLifetime
{
    private readonly TestTools _tools = new();
    private WebApplication _service = null!;
    private int _number;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>What the service got: method, path with query, and the headers that matter here.</summary>
    internal ConcurrentQueue<Seen> Requests { get; } = [];

    public async Task InitializeAsync()
    {
        _service = await StartServiceAsync();
        _tools.Add("parrot", _service.Urls.Single() + "/base", TestTools.Action("say", "GET", "/say"));
        ModuleX = await AModuleX().With("Catalog:Path", _tools.Folder).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await ModuleX.DisposeAsync();
        await _service.DisposeAsync();
        _tools.Dispose();
    }

    /// <summary>A backend of a new organization, and its connection.</summary>
    /// <param name="scopes">Beside the one to connect.</param>
    internal async Task<(HttpClient Backend, string Path)> ConnectedAsync(string token, params string[] scopes)
    {
        var backend = await ModuleX.ClientOfAsync(
            $"raw-{Interlocked.Increment(ref _number)}", [ApiKeyScopes.SessionsWrite, ApiKeyScopes.SessionsRead, .. scopes]);
        return (backend, $"/v1/connections/{await ConnectAsync(backend, "", new { tool = "parrot", owner = "ada", credentials = new { token } })}/request");
    }

    /// <summary>A plain member of a new organization, its owner, and the member's connection.</summary>
    internal async Task<(HttpClient Owner, HttpClient Member, string Organization, string Path)> MemberConnectedAsync()
    {
        var name = $"people-{Interlocked.Increment(ref _number)}";
        var organization = await ModuleX.AddOrganizationAsync(name);
        var (owner, member) = (
            (await ModuleX.AddMemberAsync(organization, $"owner-{name}", "owner")).Client, (await ModuleX.AddMemberAsync(organization, name)).Client);
        var query = $"?organization_id={organization}";
        (await owner.PostReplyAsync($"/api/integrations/install{query}", new { tool_name = "parrot" })).With(200);
        var id = await ConnectAsync(member, query, new { tool = "parrot", credentials = new { token = "token-of-a-member" } });
        return (owner, member, organization, $"/v1/connections/{id}/request{query}");
    }

    /// <summary>The id of a permission that a super admin makes.</summary>
    internal async Task<string> PermissionAsync(string resource, string action)
    {
        using var admin = await ModuleX.SuperAdminAsync();
        return (await admin.PostReplyAsync("/api/v1/permissions", new { name = $"{resource}:{action}", resource, action })).With(201)["id"]!;
    }

    private static async Task<string> ConnectAsync(HttpClient client, string query, object body) =>
        (await client.PostReplyAsync($"/v1/connections{query}", body)).With(201).Json.GetProperty("connection").GetProperty("id").GetString()!;

    private async Task<WebApplication> StartServiceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/base/gone", () => Results.Text("no such thing", "text/plain", statusCode: 404));
        app.MapGet("/base/away", () => Results.Redirect("http://elsewhere.example/take"));
        app.MapGet("/base/refuses", () => Results.Unauthorized());
        app.MapFallback(async (HttpRequest request) =>
        {
            var body = await new StreamReader(request.Body).ReadToEndAsync();
            var seen = new Seen(request.Method, request.Path + request.QueryString, request.Headers.Authorization.ToString(), request.ContentType,
                request.Headers["X-Wish"].ToString(), body);
            Requests.Enqueue(seen);
            request.HttpContext.Response.Headers.ETag = "\"v1\"";
            request.HttpContext.Response.Headers.SetCookie = "private=1";
            return Results.Json(seen);
        });
        await app.StartAsync();
        return app;
    }

    internal sealed record Seen(string Method, string Target, string Authorization, string? ContentType, string Wish, string Body);
}
