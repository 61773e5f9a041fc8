namespace ModuleX.Silo.Messages;

/// <summary>The connect URL of a session, that there can be none now, or the turn to begin an authorization and to say its URL.</summary>
[GenerateSerializer, Immutable, Alias("modulex.connect-url")]
internal sealed record ConnectUrlMessage
{
    /// <summary>Null where there is none. It carries a state: not for logs.</summary>
    [Id(0)] public required string? Url { get; init; }

    /// <summary>Null where the one who asked doesn't have it.</summary>
    [Id(1)] public required Guid? Turn { get; init; }

    public override string ToString() => "***";
}
