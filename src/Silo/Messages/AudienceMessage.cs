namespace ModuleX.Silo.Messages;

/// <summary>Who watches at the node that sends it: all of them, or what has changed since the message before.</summary>
[GenerateSerializer, Immutable, Alias("modulex.audience")]
internal sealed record AudienceMessage
{
    /// <summary>Rises from message to message. One that arrives late is not taken.</summary>
    [Id(0)] public required long Number { get; init; }

    /// <summary>True where <see cref="Come"/> are all users who watch.</summary>
    [Id(1)] public required bool IsWhole { get; init; }

    [Id(2)] public required Guid[] Come { get; init; }

    [Id(3)] public required Guid[] Gone { get; init; }

    /// <summary>Whether admins are among them, now.</summary>
    [Id(4)] public required bool HasAdmins { get; init; }
}
