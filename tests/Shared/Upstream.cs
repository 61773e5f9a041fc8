using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ModuleX.Tests.Shared;

/// <summary>A service on loopback that writes down what it is asked and answers as the test says.</summary>
public sealed class Upstream : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _app;

    private Upstream(WebApplication app) => _app = app;

    /// <summary>What every request is answered with. The body was read already.</summary>
    public RequestDelegate Answer { get; set; } = context => Json(context, "{}");

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The only request.</summary>
    public RecordedRequest Request => Requests.ShouldHaveSingleItem();

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    public static async Task<Upstream> StartAsync(IPAddress? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Telemetry of the server under test, in the same process, listens to the framework's own names.
        builder.Services.AddSingleton(new ActivitySource(nameof(Upstream))).AddSingleton(new DiagnosticListener(nameof(Upstream)));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(address ?? IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var upstream = new Upstream(app);
        app.Run(async context =>
        {
            upstream._requests.Enqueue(await RecordedRequest.ReadAsync(context));
            await upstream.Answer(context);
        });
        await app.StartAsync();
        upstream.Url = new Uri(app.Urls.Single());
        return upstream;
    }

    /// <summary>Answers with JSON.</summary>
    public static Task Json(HttpContext context, string body, int status = 200) => Send(context, "application/json", Encoding.UTF8.GetBytes(body), status);

    public static async Task Send(HttpContext context, string? contentType, byte[] body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Sends the caller elsewhere.</summary>
    public static Task Redirect(HttpContext context, string location, int status = 302)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>One request as it arrived.</summary>
/// <param name="Target">Path and query as they were on the wire.</param>
public sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    internal static async Task<RecordedRequest> ReadAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new(
            context.Request.Method,
            target,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
