using ModuleX.Application.Runs;

namespace ModuleX.Silo.Messages;

/// <summary>One run of a batch, for the silo that is to execute it. Who asks was checked where the request came in; the credential is no part of it.</summary>
[GenerateSerializer, Immutable, Alias("modulex.run-order")]
internal sealed record RunOrder
{
    [Id(0)] public required Guid Tenant { get; init; }

    [Id(1)] public required string TenantDomain { get; init; }

    [Id(2)] public required Guid User { get; init; }

    [Id(3)] public required int Role { get; init; }

    [Id(4)] public required Guid LoginSession { get; init; }

    [Id(5)] public required Guid Organization { get; init; }

    [Id(6)] public required string Tool { get; init; }

    [Id(7)] public required string Action { get; init; }

    /// <summary>UTF-8 text; empty where the caller sent none.</summary>
    [Id(8)] public required byte[] Parameters { get; init; }

    [Id(9)] public required string? IdempotencyKey { get; init; }

    [Id(10)] public required string? ClientAddress { get; init; }

    [Id(11)] public required string? ClientAgent { get; init; }

    /// <summary>Null for the caller's default account, and from a node that knew no other.</summary>
    [Id(12)] public string? Account { get; init; }

    /// <summary>The caller's roles in the organization; null from a node that did not send them.</summary>
    [Id(13)] public Guid[]? Roles { get; init; }

    /// <summary>What the caller is in the organization, as its number; null for no member, and from a node that did not say.</summary>
    [Id(14)] public int? Membership { get; init; }

    public override string ToString() => $"{Action} of {Tool} in {Organization}";
}

/// <summary>An execution that went well, on its way between silos.</summary>
[GenerateSerializer, Immutable, Alias("modulex.run")]
internal struct RunMessage
{
    [Id(0)] public string Tool;
    [Id(1)] public string Action;
    [Id(2)] public string? Text;
    [Id(3)] public byte[]? Bytes;
    [Id(4)] public string? ContentType;
    [Id(5)] public DateTimeOffset StartedAt;
    [Id(6)] public TimeSpan Duration;
    [Id(7)] public Guid Run;
    [Id(8)] public Guid? Connection;
}

[RegisterConverter]
internal sealed class RunConverter : IConverter<RunView, RunMessage>
{
    public RunView ConvertFromSurrogate(in RunMessage surrogate) =>
        new(surrogate.Tool, surrogate.Action, ContentOf(surrogate), surrogate.StartedAt, surrogate.Duration)
        { Id = surrogate.Run, Connection = surrogate.Connection };

    public RunMessage ConvertToSurrogate(in RunView value)
    {
        var message = new RunMessage
        {
            Tool = value.Tool, Action = value.Action, StartedAt = value.StartedAt, Duration = value.Duration, Run = value.Id, Connection = value.Connection,
        };
        switch (value.Content)
        {
            case RunContent.Json json:
                message.Bytes = json.Utf8.ToArray();
                break;
            case RunContent.Text text:
                (message.Text, message.ContentType) = (text.Value, text.ContentType);
                break;
            case RunContent.Binary binary:
                (message.Bytes, message.ContentType) = (binary.Bytes.ToArray(), binary.ContentType);
                break;
        }
        return message;
    }

    /// <summary>What has no type is JSON; what has neither text nor bytes is nothing.</summary>
    private static RunContent ContentOf(in RunMessage message) => message switch
    {
        { Text: { } text } => new RunContent.Text(text, message.ContentType!),
        { Bytes: { } bytes, ContentType: { } type } => new RunContent.Binary(bytes, type),
        { Bytes: { } json } => new RunContent.Json(json),
        _ => new RunContent.None(),
    };
}
