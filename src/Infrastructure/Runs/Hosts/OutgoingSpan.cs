using System.Diagnostics;
using ModuleX.Application.Telemetry;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>
/// One request to a service as a span, and the trace's headers on it (W3C Trace Context). The framework's own spans tell the whole path, in which
/// parameters are; this one tells the path as the manifest writes it.
/// </summary>
internal static class OutgoingSpan
{
    private const string TraceParent = "traceparent";
    private const string TraceState = "tracestate";

    private static readonly HttpRequestOptionsKey<string> Template = new(Attributes.UrlTemplate);

    public static bool IsWanted => Instrumentation.Source.HasListeners();

    /// <summary>Says what the span will need to know of a request.</summary>
    public static void Describe(HttpRequestMessage request, string? pathTemplate)
    {
        if (pathTemplate is not null && IsWanted) request.Options.Set(Template, pathTemplate);
    }

    public static Activity? Start(HttpRequestMessage request)
    {
        request.Options.TryGetValue(Template, out var template);
        var method = request.Method.Method;
        var span = Instrumentation.Source.StartActivity(template is null ? method : $"{method} {template}", ActivityKind.Client);
        // A trace that its caller does not record has no span here, and is handed on all the same.
        if ((span ?? Activity.Current) is { } carried) SendAlong(carried, request);
        if (span is not { IsAllDataRequested: true }) return span;
        span.SetTag(Attributes.Method, method);
        span.SetTag(Attributes.ServerAddress, request.RequestUri!.IdnHost);
        span.SetTag(Attributes.ServerPort, request.RequestUri.Port);
        span.SetTag(Attributes.UrlScheme, request.RequestUri.Scheme);
        if (template is not null) span.SetTag(Attributes.UrlTemplate, template);
        return span;
    }

    public static void End(Activity? span, Exchange exchange)
    {
        if (span is not { IsAllDataRequested: true }) return;
        if (exchange.Answer is { } answer)
        {
            span.SetTag(Attributes.StatusCode, answer.Status);
            if (answer.Status >= 400) Fail(span, $"{answer.Status}");
        }
        else
        {
            Fail(span, exchange.Failure.ToString());
        }
    }

    /// <summary>An action may have a header of that name as a parameter; then it is the caller's.</summary>
    private static void SendAlong(Activity span, HttpRequestMessage request)
    {
        if (request.Headers.Contains(TraceParent)) return;
        request.Headers.TryAddWithoutValidation(TraceParent, span.Id);
        if (span.TraceStateString is { Length: > 0 } state) request.Headers.TryAddWithoutValidation(TraceState, state);
    }

    private static void Fail(Activity span, string type)
    {
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag(Attributes.ErrorType, type);
    }
}
