namespace ModuleX.Api.Surfaces.Platform.Events;

/// <summary>The events over WebSocket.</summary>
internal sealed class EventOptions
{
    public const string Section = "Events";

    /// <summary>How often a socket is pinged; one that has not answered when as much time has passed again is dropped.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many messages may wait for one socket.</summary>
    public int QueueLength { get; set; } = 256;

    public int SocketsPerUser { get; set; } = 20;

    /// <summary>How often the status is told.</summary>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Origins of pages that may open a socket besides this server's own, as in <c>https://app.example.com</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
