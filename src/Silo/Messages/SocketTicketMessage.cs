namespace ModuleX.Silo.Messages;

/// <summary>Whom a ticket opens a socket for, told by the node that issued it.</summary>
[GenerateSerializer, Immutable, Alias("modulex.socket-ticket")]
internal sealed record SocketTicketMessage
{
    [Id(0)] public required Guid Tenant { get; init; }

    [Id(1)] public required Guid Session { get; init; }
}
