using System.Diagnostics;
using System.Globalization;
using ModuleX.Application.Telemetry;

namespace ModuleX.Api.Hosting.Telemetry;

/// <summary>
/// Says on the framework's span of a request what the semantic conventions ask for. The framework's own way would say nothing of the route; and a query is never
/// said: that of a callback is a code and a state, and others name people.
/// </summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    private const string OtherMethod = "_OTHER";

    public async Task InvokeAsync(HttpContext context)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span)
        {
            await next(context);
            return;
        }
        // As it came: a path at the root may become another one.
        var path = context.Request.Path;
        if (IsProbe(path)) Forget(span);
        try
        {
            await next(context);
        }
        finally
        {
            if (span.IsAllDataRequested) Describe(span, context, path);
        }
    }

    /// <summary>Asked every few seconds by whoever spreads the requests, and told by no one.</summary>
    private static bool IsProbe(PathString path) => path.Value is "/health/live" or "/health/ready";

    private static void Forget(Activity span)
    {
        span.IsAllDataRequested = false;
        span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static void Describe(Activity span, HttpContext context, PathString path)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        var method = IsKnown(request.Method) ? request.Method : OtherMethod;
        span.DisplayName = method == OtherMethod ? "HTTP" : method;
        span.SetTag(Attributes.Method, method);
        span.SetTag(Attributes.UrlScheme, request.Scheme);
        span.SetTag(Attributes.StatusCode, status);
        span.SetTag(Attributes.ProtocolVersion, request.Protocol.AsSpan(request.Protocol.LastIndexOf('/') + 1).ToString());
        if (request.Host.HasValue) span.SetTag(Attributes.ServerAddress, request.Host.Host);
        if (request.Host.Port is { } port) span.SetTag(Attributes.ServerPort, port);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
            span.SetTag(Attributes.ErrorType, status.ToString(CultureInfo.InvariantCulture));
        }
        if (context.GetEndpoint() is RouteEndpoint endpoint) Describe(span, endpoint, path);
    }

    /// <summary>The path of a request that is for nothing here may be anything, a password that was pasted into the wrong field included.</summary>
    private static void Describe(Activity span, RouteEndpoint endpoint, PathString path)
    {
        var route = $"/{endpoint.RoutePattern.RawText?.Trim('/')}";
        span.DisplayName = $"{span.DisplayName} {route}";
        span.SetTag(Attributes.Route, route);
        span.SetTag(Attributes.UrlPath, path.Value);
        if (endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>() is { } surface) span.SetTag(Attributes.Surface, surface.EndpointGroupName);
    }

    private static bool IsKnown(string method) => method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" or "CONNECT" or "TRACE";
}
