using Microsoft.AspNetCore.Routing.Patterns;

namespace ModuleX.Api.Hosting;

/// <summary>
/// The method and the pattern of one endpoint, to ask whether a request could be for it. The framework's matcher (<c>TemplateMatcher</c>) hands out the
/// values, for which it makes a dictionary and a text each; here only the answer counts, on every execution of an action.
/// </summary>
internal sealed class RootRoute
{
    /// <summary>Null for any method.</summary>
    private readonly string[]? _methods;

    /// <summary>Segment by segment; null where any text fits. Constraints don't count.</summary>
    private readonly string?[] _segments;

    private RootRoute(string[]? methods, string?[] segments)
    {
        _methods = methods;
        _segments = segments;
    }

    /// <exception cref="NotSupportedException">A segment of the pattern is neither one literal nor one parameter that is always there.</exception>
    public static RootRoute Of(RouteEndpoint endpoint) => new(
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.ToArray(),
        [.. endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts switch
        {
            [RoutePatternLiteralPart literal] => literal.Content,
            [RoutePatternParameterPart { IsCatchAll: false, IsOptional: false, Default: null }] => null,
            _ => throw new NotSupportedException($"{endpoint.RoutePattern.RawText} is too much for the root: a segment there is one literal or one parameter."),
        })]);

    /// <summary>Whether the endpoint would get the request. A slash at the end does not count.</summary>
    /// <param name="method">HEAD is GET here: who asks for the head means that answer.</param>
    public bool Matches(string method, ReadOnlySpan<char> path) => HasMethod(HttpMethods.IsHead(method) ? HttpMethods.Get : method) && HasPath(path);

    private bool HasMethod(string method)
    {
        if (_methods is null) return true;
        foreach (var one in _methods)
        {
            if (HttpMethods.Equals(one, method)) return true;
        }
        return false;
    }

    private bool HasPath(ReadOnlySpan<char> path)
    {
        var rest = path is [.., '/'] ? path[..^1] : path;
        foreach (var expected in _segments)
        {
            if (rest is not ['/', .. var behind]) return false;
            var end = behind.IndexOf('/');
            var segment = end < 0 ? behind : behind[..end];
            if (segment.IsEmpty || (expected is not null && !segment.Equals(expected, StringComparison.OrdinalIgnoreCase))) return false;
            rest = behind[segment.Length..];
        }
        return rest.IsEmpty;
    }
}
