using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Idempotency;

/// <summary>The outcome of a run, as it is kept for a request with the same key.</summary>
/// <param name="Form">json, text, binary or none; null for a failure.</param>
/// <param name="Status">What the service answered to a raw request; null for actions.</param>
internal sealed record StoredRun(
    string? Tool, string? Action, string? Form, string? ContentType, byte[]? Body, DateTimeOffset StartedAt, TimeSpan Duration, StoredError? Error,
    Guid Id = default, Guid? Connection = null, int? Status = null, Dictionary<string, string>? Headers = null)
{
    public static byte[] ToUtf8(Result<RunView> outcome) => JsonSerializer.SerializeToUtf8Bytes(Of(outcome));

    public static Result<RunView> Parse(ReadOnlySpan<byte> utf8)
    {
        var stored = JsonSerializer.Deserialize<StoredRun>(utf8)!;
        if (stored.Error is { } error) return error.ToError();
        return new RunView(stored.Tool!, stored.Action!, stored.ToContent(), stored.StartedAt, stored.Duration)
        { Id = stored.Id, Connection = stored.Connection };
    }

    public override string ToString() => nameof(StoredRun);

    private static StoredRun Of(Result<RunView> outcome)
    {
        if (outcome.Failed(out var error, out var run)) return new(null, null, null, null, null, default, default, StoredError.Of(error));
        var answered = run.Content as RunContent.Answered;
        var (form, type, body) = (answered?.Body ?? run.Content) switch
        {
            RunContent.Json json => ("json", null, json.Utf8.ToArray()),
            RunContent.Text text => ("text", text.ContentType, System.Text.Encoding.UTF8.GetBytes(text.Value)),
            RunContent.Binary binary => ("binary", binary.ContentType, binary.Bytes.ToArray()),
            _ => ("none", null, (byte[]?)null),
        };
        return new(run.Tool, run.Action, form, type, body, run.StartedAt, run.Duration, null, run.Id, run.Connection,
            answered?.Status, answered?.Headers.ToDictionary());
    }

    private RunContent ToContent() => Status is { } status ? new RunContent.Answered(status, Headers!, ToBody()) : ToBody();

    private RunContent ToBody() => Form switch
    {
        "json" => new RunContent.Json(Body!),
        "text" => new RunContent.Text(System.Text.Encoding.UTF8.GetString(Body!), ContentType!),
        "binary" => new RunContent.Binary(Body!, ContentType!),
        _ => new RunContent.None(),
    };
}

/// <summary>A failure, as it is kept.</summary>
internal sealed record StoredError(ErrorKind Kind, string Code, string Message, Dictionary<string, string> Details)
{
    public static StoredError Of(Error error) => new(error.Kind, error.Code, error.Message, error.Details.ToDictionary());

    public Error ToError() => new(Kind, Code, Message) { Details = Details.ToImmutableSortedDictionary() };
}
