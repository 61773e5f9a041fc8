using System.Collections.Frozen;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Lets both base URLs of document 1 work: a request at the root that is not for the surface of the root becomes the same request under
/// <c>/api</c>. It must run before routing, and every request passes through it, so whatever it can tell without memory it tells so.
/// </summary>
internal sealed class RootPaths
{
    private static readonly PathString Api = new("/api");

    /// <summary>The first segments that are in the root and under <c>/api</c>; nothing else is ever moved.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Shared =
        FrozenSet.ToFrozenSet(["auth", "tools", "system", "organizations", "integrations", "dashboard", "monitoring"],
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly RequestDelegate _next;
    private readonly RootRoute[] _routes;

    /// <param name="endpoints">Those of the whole server; the patterns of the root's surface are taken from them once.</param>
    public RootPaths(RequestDelegate next, EndpointDataSource endpoints)
    {
        var root = SurfaceList.Of("/").Name;
        _next = next;
        _routes = [.. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName == root).Select(RootRoute.Of)];
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (IsShared(context.Request.Path.Value) && (HasBearerToken(context.Request) || !IsOfRoot(context.Request)))
            context.Request.Path = Api + context.Request.Path;
        return _next(context);
    }

    private static bool IsShared(ReadOnlySpan<char> path)
    {
        if (path is not ['/', .. var rest]) return false;
        var end = rest.IndexOf('/');
        return Shared.Contains(end < 0 ? rest : rest[..end]);
    }

    /// <summary>The root's surface knows service keys only: callers with a token speak to the other one.</summary>
    private static bool HasBearerToken(HttpRequest request)
    {
        foreach (var value in request.Headers.Authorization)
        {
            if (value?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true) return true;
        }
        return false;
    }

    private bool IsOfRoot(HttpRequest request)
    {
        foreach (var route in _routes)
        {
            if (route.Matches(request.Method, request.Path.Value)) return true;
        }
        return false;
    }
}
