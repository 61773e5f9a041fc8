using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using ModuleX.Api.Pages;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Gives every failed request a body in its surface's format: what the framework refuses, what no endpoint answers, and bugs.</summary>
internal sealed class RequestFaults(RequestDelegate next, IOutages outages, ILogger<RequestFaults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null
                && ErrorOf(context.Response.StatusCode) is { } error)
                await WriteAsync(context, error);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The caller hung up: {Exception}", exception.GetType().Name);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, ErrorOf(exception, context));
        }
        catch (Exception exception) when (!context.Response.HasStarted && outages.Find(exception) is { } outage)
        {
            logger.LogWarning(exception, "{Method} {Path} can't be done now", context.Request.Method, PageEndpoint.PathOf(context));
            await WriteAsync(context, outage);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var traceId = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
            logger.LogError(exception, "{Method} {Path} failed, trace {TraceId}", context.Request.Method, PageEndpoint.PathOf(context), traceId);
            await WriteAsync(context, InternalErrors.Of(traceId));
        }
    }

    /// <summary>What is wrong with a request that was refused while it was read or bound.</summary>
    public static Error ErrorOf(BadHttpRequestException exception, HttpContext context) => exception switch
    {
        InvalidRequestException invalid => invalid.Error,
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestErrors.BodyTooLarge,
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => RequestErrors.ContentType,
        { InnerException: JsonException json } => ErrorOf(json, context),
        { InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } } => RequestErrors.BodyTooLarge,
        // What the server itself refuses, such as a body that breaks off, has a type of its own, and a sentence for callers.
        _ when exception.GetType() != typeof(BadHttpRequestException) => RequestErrors.Invalid(exception.Message.TrimEnd('.')),
        _ => BindingErrors.Of(context) ?? RequestErrors.Invalid(exception.Message.TrimEnd('.')),
    };

    private static Error ErrorOf(JsonException exception, HttpContext context)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var record = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        return JsonErrors.Of(exception, context.Features.Get<BodyOfRequest>() is { } body ? body.Json : default, record, json);
    }

    private static Error? ErrorOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => RequestErrors.PathUnknown,
        StatusCodes.Status405MethodNotAllowed => RequestErrors.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => RequestErrors.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestErrors.ContentType,
        _ => null,
    };

    private static Task WriteAsync(HttpContext context, Error error)
    {
        // Routing has said which methods there are, and a 405 must say so (RFC 9110, section 15.5.6).
        var allowed = context.Response.Headers.Allow;
        var rates = RateHeaders.In(context.Response.Headers);
        context.Response.Clear();
        context.Response.Headers.Allow = allowed;
        foreach (var (name, value) in rates) context.Response.Headers[name] = value;
        SecurityHeaders.Set(context.Response.Headers);
        return error.ToResult().ExecuteAsync(context);
    }
}
