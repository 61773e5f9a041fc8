using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>A service in the shape of GitHub's API, on loopback. It takes the tokens that the authorization server calls active, and no others.</summary>
internal sealed class GitHubUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<string, Task<TokenState>> _introspect;
    private readonly ConcurrentQueue<UpstreamRequest> _requests = [];

    private GitHubUpstream(Func<string, Task<TokenState>> introspect)
    {
        _introspect = introspect;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Use(AuthorizeAsync);
        _app.MapGet("/user", () => Results.Json(new { login = "octocat", id = 583231, type = "User" }));
        _app.MapGet("/user/repos", (int per_page = 30) => Results.Json(Enumerable.Range(1, Math.Min(per_page, 3)).Select(number => Repo($"repo-{number}"))));
        _app.MapPost("/user/repos", (JsonElement body) => Results.Json(Repo(body.GetProperty("name").GetString()!), statusCode: 201));
    }

    public string Address => _app.Urls.Single();

    /// <summary>What was asked, oldest first.</summary>
    public IReadOnlyCollection<UpstreamRequest> Requests => _requests;

    public static async Task<GitHubUpstream> StartAsync(Func<string, Task<TokenState>> introspect)
    {
        var upstream = new GitHubUpstream(introspect);
        await upstream._app.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AuthorizeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var token = request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;
        var state = token is null ? new TokenState(false, null) : await _introspect(token);
        var headers = context.Response.Headers;
        headers["X-GitHub-Request-Id"] = Guid.NewGuid().ToString("N");
        headers["X-RateLimit-Limit"] = "5000";
        headers["X-RateLimit-Remaining"] = "4999";
        if (state.Active)
        {
            headers["X-OAuth-Scopes"] = state.Scope?.Replace(" ", ", ", StringComparison.Ordinal);
            await next(context);
        }
        else
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync(new { message = "Bad credentials", documentation_url = "https://docs.github.com/rest", status = "401" });
        }
        _requests.Enqueue(new(request.Method, request.Path + request.QueryString, token, context.Response.StatusCode));
    }

    private static object Repo(string name) =>
        new { name, full_name = $"octocat/{name}", @private = false, description = "A repository", default_branch = "main" };
}

/// <summary>A request that reached the upstream.</summary>
/// <param name="Token">Null when it carried none.</param>
/// <param name="Status">How it was answered.</param>
internal sealed record UpstreamRequest(string Method, string Target, string? Token, int Status);
