using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Settings;

namespace ModuleX.Api.Hosting;

/// <summary>How many connections the server keeps open, and how long a reader may take. Section <c>Http</c>.</summary>
internal sealed class HttpConnectionOptions
{
    public const string Section = "Http";

    private const int Most = 1_000_000;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(5);

    /// <summary>What the operating system holds of an answer, beyond what the reader's window takes.</summary>
    private const int UnsentBytes = 8 * AnswerInPieces.PieceBytes;

    /// <summary>Bytes that the operating system took count as sent. They add this little to a reader's time, however many they are.</summary>
    private const double FastestReader = 4 * 1024 * 1024;

    /// <summary>Open connections, WebSockets counted apart; the next one is closed at once.</summary>
    public int MaxConnections { get; set; } = 5_000;

    /// <summary>How long a piece of an answer (8 KiB) may wait for its reader before the connection is closed.</summary>
    public TimeSpan ReaderPatience { get; set; } = TimeSpan.FromSeconds(12);

    public static void AddTo(IServiceCollection services)
    {
        services.AddSettings<HttpConnectionOptions>(HttpConnectionOptions.Section)
            .Validate(options => options.MaxConnections is >= 1 and <= Most,
                $"Http:MaxConnections must be a number from 1 to {Most.ToString(CultureInfo.InvariantCulture)}")
            // Kestrel looks once a second, and takes no shorter grace.
            .Validate(options => options.ReaderPatience > TimeSpan.FromSeconds(1) && options.ReaderPatience <= LongestPatience,
                "Http:ReaderPatience must be a time above 00:00:01, and 00:05:00 at most")
            .ValidateOnStart();
        services.AddOptions<SocketTransportOptions>().Configure(static sockets => sockets.CreateBoundListenSocket = Listen);
        services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<HttpConnectionOptions>>(static (kestrel, connections) => connections.Value.Limit(kestrel.Limits));
    }

    /// <summary>
    /// A socket whose connections hold little that was not sent yet (Linux, tcp(7)). Without it the system would take up to some MiB of an answer that is never
    /// read, and the server would believe that it was sent.
    /// </summary>
    private static Socket Listen(EndPoint address)
    {
        const int tcpNotSentLowWater = 25;
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (OperatingSystem.IsLinux() && address is IPEndPoint)
            socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, tcpNotSentLowWater, BitConverter.GetBytes(UnsentBytes));
        return socket;
    }

    private void Limit(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = MaxConnections;
        // Kestrel holds up to this for each connection, and one piece more while it is being written.
        limits.MaxResponseBufferSize = AnswerInPieces.PieceBytes;
        // Kestrel gives a write the larger of the grace and its size at this rate. Answers come in pieces, so the grace alone decides, piece by piece.
        limits.MinResponseDataRate = new MinDataRate(FastestReader, ReaderPatience);
    }
}
