using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Idempotency;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>
/// Makes a POST happen once for an <c>Idempotency-Key</c> (the IETF draft of that name): the same key with the same body gets the first one's answer for a day.
/// What was refused was not done, and gives the key back. Runs know more of what may have happened, and keep their own keys.
/// </summary>
internal static class IdempotentPosts
{
    /// <param name="secret">The member of the answer that is shown once; such an answer is not kept. Null where there is none.</param>
    public static RouteHandlerBuilder OnceByKey(this RouteHandlerBuilder endpoint, string? secret = null) => endpoint
        .WithMetadata(IdempotencyHeader.Parameter)
        .Refuses(StatusCodes.Status409Conflict)
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (IdempotencyHeader.In(http.Request) is not { } text) return await next(context);
            if (!IdempotencyErrors.IsKeyOrNone(text)) return IdempotencyErrors.KeyInvalid.ToResult();
            var (keys, key) = (http.RequestServices.GetRequiredService<IIdempotencyKeys>(), KeyOf(http.User, text));
            switch (await keys.BeginAsync(key, FingerprintOf(context), http.RequestAborted))
            {
                case IdempotencyState.Answered answered: return new KeptAnswer(JsonSerializer.Deserialize<Kept>(answered.Answer.Span)!);
                case IdempotencyState.InFlight: return IdempotencyErrors.InFlight.ToResult();
                case IdempotencyState.OtherRequest: return IdempotencyErrors.KeyReused.ToResult();
            }
            FinishForGoneCallers(context);
            try
            {
                return new CapturedAnswer((IResult)(await next(context))!, keys, key, secret);
            }
            catch
            {
                await keys.ReleaseAsync(key, CancellationToken.None);
                throw;
            }
        });

    /// <summary>What has begun with a key is done and kept, also for a caller who hangs up: that caller asks again, with the same key.</summary>
    private static void FinishForGoneCallers(EndpointFilterInvocationContext context)
    {
        context.HttpContext.RequestAborted = CancellationToken.None;
        for (var index = 0; index < context.Arguments.Count; index++)
        {
            if (context.Arguments[index] is CancellationToken) context.Arguments[index] = CancellationToken.None;
        }
    }

    /// <summary>A key of one caller is another's own; a backend is its organization here.</summary>
    private static IdempotencyKey KeyOf(ClaimsPrincipal caller, string text) => caller switch
    {
        ServicePrincipal service => new(service.Tenant, service.Organization, OwnerId.Organization(service.Organization), text),
        UserPrincipal person => new(person.Caller.Tenant, person.Organization, OwnerId.User(person.Caller.User.Value), text),
        _ => throw new InvalidOperationException("The endpoint asks for no caller."),
    };

    /// <summary>The path and what was read of the body.</summary>
    private static string FingerprintOf(EndpointFilterInvocationContext context)
    {
        var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>();
        var body = context.Arguments.FirstOrDefault(argument => argument?.GetType().Name.EndsWith("Request", StringComparison.Ordinal) == true
            && argument.GetType().Namespace == typeof(IdempotentPosts).Namespace);
        var parameters = body is null ? default : JsonSerializer.SerializeToElement(body, body.GetType(), json.Value.SerializerOptions);
        return RequestFingerprint.Of(context.HttpContext.Request.Path, context.HttpContext.Request.QueryString.Value ?? "", null, parameters);
    }

    /// <summary>An answer as it is kept.</summary>
    /// <param name="Body">UTF-8 text; null where it has a secret, or none.</param>
    /// <param name="Location">Of what was made, where that is not shown again.</param>
    private sealed record Kept(int Status, string? ContentType, byte[]? Body, string? Location);

    private sealed class KeptAnswer(Kept kept) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (kept.Location is { } location) httpContext.Response.Headers.Location = location;
            if (kept is { Location: not null, Body: null })
            {
                await SecretAlreadyShown.ToResult().ExecuteAsync(httpContext);
                return;
            }
            httpContext.Response.StatusCode = kept.Status;
            httpContext.Response.ContentType = kept.ContentType;
            if (kept.Body is { } body) await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
        }

        private static Error SecretAlreadyShown { get; } = new(
            ErrorKind.Conflict, "secret_already_shown", "This was done before with the same Idempotency-Key, and its secret is shown only once: see Location");
    }

    /// <summary>Writes an answer and keeps it.</summary>
    private sealed class CapturedAnswer(IResult answer, IIdempotencyKeys keys, IdempotencyKey key, string? secret) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var original = httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            using var copy = new MemoryStream();
            httpContext.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(copy));
            try
            {
                await answer.ExecuteAsync(httpContext);
                await httpContext.Response.BodyWriter.FlushAsync(CancellationToken.None);
            }
            finally
            {
                httpContext.Features.Set(original);
            }
            var (response, body) = (httpContext.Response, copy.ToArray());
            // Before it is sent: an answer that was seen is the one that comes again.
            if (response.StatusCode >= StatusCodes.Status400BadRequest) await keys.ReleaseAsync(key, CancellationToken.None);
            else await keys.CompleteAsync(key, JsonSerializer.SerializeToUtf8Bytes(KeptOf(httpContext, body)), CancellationToken.None);
            if (body.Length > 0) await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }

        private Kept KeptOf(HttpContext context, byte[] body)
        {
            var (response, location) = (context.Response, context.Response.Headers.Location.ToString() is { Length: > 0 } given ? given : null);
            if (secret is null || body.Length == 0 || !JsonElement.Parse(body).TryGetProperty(secret, out _))
                return new(response.StatusCode, response.ContentType, body.Length == 0 ? null : body, location);
            var made = JsonElement.Parse(body);
            // What was made has its id at the top, or inside of what is told beside the secret.
            var id = made.TryGetProperty("id", out var own) ? own : made.EnumerateObject().Select(member => member.Value)
                .First(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("id", out _)).GetProperty("id");
            var path = context.Request.Path.Value!.TrimEnd('/');
            var at = path.IndexOf(id.GetString()!, StringComparison.OrdinalIgnoreCase);
            return new(response.StatusCode, null, null, location ?? (at < 0 ? $"{path}/{id.GetString()}" : path[..(at + id.GetString()!.Length)]));
        }
    }
}
