using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A server with callers of every level, for requests that are made from the document.</summary>
public sealed class ContractScene : IAsyncLifetime
{
    private const string OtherDomain = "other.example";
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    private ModuleXServer _server = null!;
    private string _super = "";
    private string _organization = "";
    private int _number;

    /// <summary>A member of an organization, without any permission.</summary>
    internal string Member { get; private set; } = "";

    /// <summary>Reads, and changes nothing.</summary>
    internal string Viewer { get; private set; } = "";

    internal IReadOnlyDictionary<string, RouteEndpoint> Endpoints { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await AModuleX().StartAsync();
        _super = await TokenAsync("admin@example.com", "admin123");
        _organization = (
            await SendAsync(_super, HttpMethod.Post, "/api/organizations",
            new JsonObject { ["slug"] = "contract", ["name"] = "Contract" }.ToJsonString())).With(200).Json.GetProperty("organization")
            .GetProperty("id").GetString()!;
        Member = await NewUserAsync("USER");
        await TakeRolesAsync(Member);
        Viewer = await NewUserAsync("VIEWER");
        (await SendAsync(_super, HttpMethod.Post, "/api/tenants", new JsonObject { ["domain"] = OtherDomain }.ToJsonString())).With(201);
        Endpoints = _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null)
                .ToDictionary(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>A super admin whom no other case can sign out.</summary>
    internal Task<string> NewSuperAdminAsync() => NewUserAsync("SUPER_ADMIN");

    /// <summary>Sends what the case says, and gives the answer.</summary>
    internal async Task<Reply> SendAsync(Case sent, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(sent.Operation.Method.ToUpperInvariant()), sent.Url(_organization));
        foreach (var (name, value) in sent.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (token is not null && sent.Operation.UsesKey) request.Headers.TryAddWithoutValidation("X-API-Key", token);
        else if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (sent.Body is not null) request.Content = new StringContent(sent.Body, Encoding.UTF8, sent.ContentType);
        return await _server.Client.ReplyAsync(request);
    }

    /// <summary>The header of another tenant than the token's.</summary>
    internal static (string, string) OtherTenant => ("X-Tenant-Domain", OtherDomain);

    private async Task TakeRolesAsync(string token)
    {
        var me = (await _server.Client.CallAsync(HttpMethod.Get, "/api/v1/users/me", null, ("Authorization", $"Bearer {token}"))).With(200);
        var roles = (
            await _server.Client.CallAsync(
                HttpMethod.Get, $"/api/v1/roles?organization_id={me["organization_id"]}&size=100", null, ("Authorization", $"Bearer {_super}"))).With(200);
        var ids = new JsonArray([.. roles.Json.GetProperty("items").EnumerateArray().Select(role => JsonValue.Create(role.GetProperty("id").GetString()))]);
        (await SendAsync(_super, HttpMethod.Delete, $"/api/v1/users/{me["id"]}/roles", new JsonObject { ["role_ids"] = ids }.ToJsonString())).With(200);
    }

    private async Task<string> NewUserAsync(string role)
    {
        var email = $"{role.ToLowerInvariant()}-{Interlocked.Increment(ref _number)}@example.com";
        (await SendAsync(_super, HttpMethod.Post, "/api/system/users/create",
            new JsonObject { ["email"] = email, ["password"] = Password, ["role"] = role }.ToJsonString())).With(200);
        return await TokenAsync(email, Password);
    }

    private async Task<string> TokenAsync(string email, string password) =>
        (await SendAsync(null, HttpMethod.Post, "/api/auth/login", new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString()))
            .With(200)["access_token"]!;

    private Task<Reply> SendAsync(string? token, HttpMethod method, string path, string body) =>
        _server.Client.CallAsync(method, path, body, token is null ? [] : [("Authorization", $"Bearer {token}")]);
}
