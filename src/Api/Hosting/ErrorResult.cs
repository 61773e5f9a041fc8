using System.Globalization;
using ModuleX.Api.Hosting.Records;
using ModuleX.Api.Pages;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>An error on the wire: the status of its kind, <c>Retry-After</c> where it is known, and the body of the path's surface.</summary>
internal sealed class ErrorResult(Error error) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.NoteFailure(error);
        var surface = SurfaceList.Of(httpContext.Request.Path);
        var status = ErrorStatus.Of(error, surface);
        if (error.RetryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (PageEndpoint.Is(httpContext)) return new PageOfRequest(httpContext).Show(error, status).ExecuteAsync(httpContext);
        httpContext.Response.StatusCode = status;
        return httpContext.Response.WriteAsJsonAsync(
            surface.BodyOf(httpContext, error, status), options: null, surface.ErrorContentType, httpContext.RequestAborted);
    }
}

/// <summary>Turning errors into answers.</summary>
internal static class ErrorResults
{
    public static IResult ToResult(this Error error) => new ErrorResult(error);
}
