using System.Collections.Concurrent;
using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Hosting.Records;

/// <summary>
/// The paths of endpoints as records show them: ids left as their names, so that there are few of them; tools filled in; and document 1's without
/// <c>/api</c>, as its own examples have them. Each is made once.
/// </summary>
internal sealed class EndpointPaths
{
    private const string Api = "/api";

    private readonly ConcurrentDictionary<(RouteEndpoint Endpoint, string? Tool), string> _known = new();

    /// <param name="tool">A name of the catalog; null for a request about no tool.</param>
    public string Of(RouteEndpoint endpoint, string surface, string? tool) =>
        _known.TryGetValue((endpoint, tool), out var path) ? path : Add(endpoint, surface, tool);

    private string Add(RouteEndpoint endpoint, string surface, string? tool)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        if (surface == "modulex" && path.StartsWith(Api, StringComparison.Ordinal)) path = path[Api.Length..];
        if (tool is not null) path = path.Replace($"{{{RunRate.ToolValue}}}", tool, StringComparison.Ordinal);
        return _known[(endpoint, tool)] = path;
    }
}
