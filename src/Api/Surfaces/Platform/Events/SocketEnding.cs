namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>Why a socket is closed, as the client is told (RFC 6455, section 7.4; 4000 and above are an application's own).</summary>
internal sealed record SocketEnding(int Code, string Reason)
{
    /// <summary>What waits for the client is not sent any more.</summary>
    public bool DropsWhatWaits { get; init; }

    public static SocketEnding Agreed { get; } = new(1000, "") { DropsWhatWaits = true };

    public static SocketEnding ServerStops { get; } = new(1001, "server stops");

    public static SocketEnding NothingExpected { get; } = new(1008, "no messages are expected");

    public static SocketEnding TooLong { get; } = new(1009, "message too long");

    public static SocketEnding TooSlow { get; } = new(1013, "too slow") { DropsWhatWaits = true };

    public static SocketEnding SessionEnded { get; } = new(4401, "session ended");
}
