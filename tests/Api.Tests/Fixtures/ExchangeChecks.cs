using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModuleX.Api.Tests.OpenApi;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>
/// Stands before every server of the tests as a proxy would, and holds each exchange against the kept OpenAPI document: an answer that the document
/// does not have, and a body that was taken although the document forbids it, become 500 with a sentence, so that the test that made them fails.
/// </summary>
internal sealed class ExchangeChecks : IStartupFilter
{
    public const string Sign = "Not as the OpenAPI document says: ";

    /// <summary>Of each kind of exchange, so many are looked at closely: tests of load make thousands that are alike.</summary>
    private const int Closely = 200;

    private const int LargestBody = 256 * 1024;

    /// <summary>Answers that are written while they are made.</summary>
    private static readonly string[] Streamed = ["AuthX_Audit_Export", "Platform_Events_Open", "Platform_Events_Connect"];

    private static readonly string[] PassedOver = ["/api/v1/audit/export", "/openapi", "/docs"];

    private static readonly ConcurrentDictionary<(string, int), int> Seen = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(CheckAsync);
        next(app);
    };

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        // What no document describes goes out as the server writes it.
        if (context.Request.Headers.Upgrade.Count > 0 || context.Request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.Ordinal)
            || PassedOver.Any(start => context.Request.Path.Value!.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }
        var request = await ReadAsync(context.Request);
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }
        if (context.RequestAborted.IsCancellationRequested) return;
        if (ProblemOf(context, request, answer) is { } problem)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync(Sign + problem);
            return;
        }
        answer.Position = 0;
        await answer.CopyToAsync(wire, context.RequestAborted);
    }

    private static string? ProblemOf(HttpContext context, string? request, MemoryStream answer)
    {
        var name = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        if (name is null || Streamed.Contains(name) || !Contract.Kept.Operations.ContainsKey(name)) return null;
        var status = context.Response.StatusCode;
        if (Seen.AddOrUpdate((name, status), 1, static (_, count) => count + 1) > Closely) return null;
        var body = Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        var type = context.Response.ContentType?.Split(';')[0];
        return Contract.Kept.ProblemOfAnswer(name, status, type, body)
            ?? (request is not null && status < 300 ? Contract.Kept.ProblemOfRequest(name, request) : null);
    }

    /// <summary>The body, which the server reads again; null for one that is large, no JSON, or of unknown length.</summary>
    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType() || request.ContentLength is not (> 0 and <= LargestBody)) return null;
        var bytes = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(bytes, request.HttpContext.RequestAborted);
        request.Body = new MemoryStream(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
