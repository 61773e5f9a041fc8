using System.Diagnostics;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Telemetry;

/// <summary>Marking a span as failed.</summary>
public static class SpanErrors
{
    /// <summary>Says the error's code and kind. Not its message, which may name an owner or quote a service.</summary>
    /// <param name="error">Null for success, which says nothing.</param>
    public static void Fail(this Activity span, Error? error)
    {
        if (error is null) return;
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag(Attributes.ErrorType, error.Code);
        span.SetTag(Attributes.ErrorKind, error.Kind.ToString());
    }
}
