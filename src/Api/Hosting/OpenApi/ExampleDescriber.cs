using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Runs;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>
/// Puts the kept examples into an operation. An error that was recorded for it is its own; for the others stands what its surface answers with the
/// status, as recorded elsewhere, or as the surface writes the error that every endpoint may answer.
/// </summary>
internal sealed class ExampleDescriber(KeptExamples examples)
{
    private static readonly DateTimeOffset Moment = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    /// <summary>Whether the operation has examples of the status that its surface's other operations have not, so that they can't share the answer.</summary>
    public bool HasOwn(string operation, string status)
    {
        var own = examples.AnswersOf(operation, status);
        return own.Count > 1
            || (own.Values.SingleOrDefault() is { } one && !JsonNode.DeepEquals(one.Value, examples.ErrorsLike(operation, status).Values.Single().Value));
    }

    public void AddTo(OpenApiOperation operation)
    {
        var id = operation.OperationId!;
        if (JsonIn(operation.RequestBody?.Content) is { } body) Set(body, examples.RequestsOf(id));
        foreach (var (status, response) in operation.Responses!)
        {
            if (JsonIn(response.Content) is { } answer) Set(answer, AnswersOf(id, status));
        }
    }

    private Dictionary<string, IOpenApiExample> AnswersOf(string operation, string status)
    {
        if (examples.AnswersOf(operation, status) is { Count: > 0 } own) return own;
        if (status[0] is not ('4' or '5')) return [];
        return examples.ErrorsLike(operation, status) is { Count: > 0 } like ? like : General(operation, int.Parse(status, CultureInfo.InvariantCulture));
    }

    private static OpenApiMediaType? JsonIn(IDictionary<string, OpenApiMediaType>? content) =>
        content?.FirstOrDefault(media => media.Key is "application/json" or "application/problem+json").Value;

    private static void Set(OpenApiMediaType media, Dictionary<string, IOpenApiExample> found)
    {
        if (found.Count > 0) media.Examples = found;
    }

    private static Dictionary<string, IOpenApiExample> General(string operation, int status)
    {
        var surface = SurfaceList.All.Single(known => operation.StartsWith(known.GetType().Name[..^"Surface".Length] + "_", StringComparison.Ordinal));
        if (ErrorOf(status) is not { } error) return [];
        var body = surface.BodyOf(new DefaultHttpContext { RequestServices = new StoppedClock() }, error, status);
        return new(StringComparer.Ordinal) { ["example"] = new OpenApiExample { Value = JsonSerializer.SerializeToNode(body, WireJson.Options) } };
    }

    private static Error? ErrorOf(int status) => status switch
    {
        StatusCodes.Status409Conflict => ToolSessionErrors.LostRace,
        StatusCodes.Status413PayloadTooLarge => RequestErrors.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => RequestErrors.ContentType,
        StatusCodes.Status423Locked => IdentityErrors.AccountLocked(TimeSpan.FromMinutes(15)),
        StatusCodes.Status429TooManyRequests => RateErrors.Exceeded(100, TimeSpan.FromSeconds(30)),
        StatusCodes.Status500InternalServerError => InternalErrors.Of("4bf92f3577b34da6a3ce929d0e0e4736"),
        StatusCodes.Status502BadGateway => RunErrors.Unreachable("github", "connection refused"),
        StatusCodes.Status504GatewayTimeout => RunErrors.Deadline("github", TimeSpan.FromSeconds(30)),
        _ => null,
    };

    /// <summary>All that a surface asks for when it writes an error.</summary>
    private sealed class StoppedClock : TimeProvider, IServiceProvider
    {
        public override DateTimeOffset GetUtcNow() => Moment;

        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? this : null;
    }
}
