using Microsoft.Net.Http.Headers;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Pages;

/// <summary>
/// Lets the console call the APIs with its cookie: it stands for the bearer token that other clients send, under <c>/api</c> and <c>/v1</c> as the request
/// names them, before <see cref="RootPaths"/> moves any.
/// </summary>
internal sealed class ConsoleAuthentication(RequestDelegate next, ConsoleCookies cookies)
{
    private static readonly PathString[] Apis = ["/api", "/v1"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Whoever says to be the console is nobody else: without a session not even the caller that Development takes for one.
        if (request.Headers.ContainsKey(ConsoleCookies.Header) && !ShowsCredentials(request) && IsForApi(request.Path))
            request.Headers.Authorization = $"Bearer {(cookies.IsOwn(request) ? cookies.AccessTokenIn(request) : null) ?? "none"}";
        return next(context);
    }

    private static bool IsForApi(PathString path) => Array.Exists(Apis, api => path.StartsWithSegments(api, StringComparison.OrdinalIgnoreCase));

    private static bool ShowsCredentials(HttpRequest request) =>
        request.Headers.ContainsKey(HeaderNames.Authorization) || request.Headers.ContainsKey(ServiceAuthentication.Header);
}
