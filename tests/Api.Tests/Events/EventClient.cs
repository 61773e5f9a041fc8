using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace ModuleX.Api.Tests.Events;

/// <summary>A client that watches.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    public string? Protocol => _socket.SubProtocol;

    public WebSocketState State => _socket.State;

    /// <summary>With the token as a subprotocol, as browsers have to.</summary>
    /// <param name="invoker">How the connection is made; null for the usual way.</param>
    public static Task<EventClient> OpenAsync(Uri server, string token, HttpMessageInvoker? invoker = null) => OpenWithAsync(
        server, "",
        socket =>
        {
            socket.AddSubProtocol("modulex");
            socket.AddSubProtocol($"bearer.{token}");
        },
        invoker);

    /// <param name="query">With its question mark; empty for none.</param>
    /// <param name="invoker">How the connection is made; null for the usual way.</param>
    public static async Task<EventClient> OpenWithAsync(Uri server, string query, Action<ClientWebSocketOptions>? adjust, HttpMessageInvoker? invoker = null)
    {
        var client = new EventClient();
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        adjust?.Invoke(client._socket.Options);
        using var limit = new CancellationTokenSource(Limit);
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/api/ws", Query = query }.Uri, invoker, limit.Token);
        return client;
    }

    /// <summary>Connections with little room for what is not read.</summary>
    public static HttpMessageInvoker SmallBuffers() => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 128 * 1024 };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>The next message; fails when the socket is closed first.</summary>
    public async Task<string> ReadAsync() =>
        await TryReadAsync() ?? throw new InvalidOperationException($"The socket was closed with {_socket.CloseStatus} {_socket.CloseStatusDescription}");

    /// <summary>The next message that is the one, as text; others are passed over.</summary>
    public async Task<string> ReadAsync(Func<JsonElement, bool> isIt)
    {
        while (true)
        {
            var message = await ReadAsync();
            if (isIt(JsonElement.Parse(message))) return message;
        }
    }

    /// <summary>Reads to the end, and tells how it ended.</summary>
    public async Task<(int Code, string? Reason)> ReadToEndAsync()
    {
        while (await TryReadAsync() is not null)
        {
        }
        var end = ((int)_socket.CloseStatus!.Value, _socket.CloseStatusDescription);
        if (_socket.State == WebSocketState.CloseReceived) await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return end;
    }

    public Task SendAsync(byte[] message, bool isWhole = true) => _socket.SendAsync(message, WebSocketMessageType.Text, isWhole, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> TryReadAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return System.Text.Encoding.UTF8.GetString(_buffer, 0, length);
        }
    }
}

/// <summary>What tests of events ask about messages.</summary>
internal static class EventMessages
{
    public static bool IsOf(this JsonElement message, string type) => message.GetProperty("type").GetString() == type;

    /// <summary>A session event with an action.</summary>
    public static bool IsSession(this JsonElement message, string action) =>
        message.IsOf("session") && message.GetProperty("data").GetProperty("session").GetProperty("action").GetString() == action;

    public static bool IsPreference(this JsonElement message, string key) =>
        message.IsOf("preference") && message.GetProperty("data").GetProperty("preference").GetProperty("key").GetString() == key;

    public static bool IsNotification(this JsonElement message, string action) =>
        message.IsOf("notification") && message.GetProperty("data").GetProperty("notification").GetProperty("action").GetProperty("type").GetString() == action;

    public static bool IsActivity(this JsonElement message, string type) =>
        message.IsOf("activity") && message.GetProperty("data").GetProperty("activity").GetProperty("type").GetString() == type;

    public static string TokenOf(this HttpClient client) => client.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Asks for a socket and gets an answer without one.</summary>
    public static Task<Fixtures.Reply> RefusedAsync(this HttpClient client, string query = "", params (string Name, string Value)[] headers) =>
        Fixtures.Calls.CallAsync(client, HttpMethod.Get, $"/api/ws{query}", null,
            [("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
                ("Sec-WebSocket-Key", Convert.ToBase64String(Guid.NewGuid().ToByteArray())), .. headers]);
}
