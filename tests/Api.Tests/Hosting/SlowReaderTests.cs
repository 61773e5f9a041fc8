using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>Large answers and those who read them slowly, or not at all.</summary>
public sealed class SlowReaderTests
{
    private const string Document = "/openapi.json";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(Document)]
    [InlineData("/docs/swagger-ui-bundle.js")]
    public async Task Readers_who_do_not_read_are_cut(string path)
    {
        await using var server = await ModuleXServerBuilder.AModuleX().With("Http:ReaderPatience", "00:00:02").Direct("the proxy would read").StartAsync();
        (await server.Client.GetReplyAsync(path)).With(200);

        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(server, path)));

        // An answer that ended tidily would have been read to its end; what is cut is not.
        foreach (var reader in readers)
        {
            using (reader) await Eventually.SoAsync("cut connection", () => Task.FromResult(IsCut(reader)), Limit);
        }
    }

    [Fact]
    public async Task A_slow_reader_gets_the_whole_document()
    {
        // Far less than the whole takes, and more than the reader's pauses.
        await using var server = await ModuleXServerBuilder.AModuleX().With("Http:ReaderPatience", "00:00:05").Direct("the proxy would read").StartAsync();
        var whole = (await server.Client.GetReplyAsync(Document)).With(200).Text;
        using var reader = await AskAsync(server, Document);

        var received = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await reader.ReceiveAsync(buffer) is > 0 and var count)
        {
            received.Write(buffer, 0, count);
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        Encoding.UTF8.GetString(received.ToArray()).ShouldEndWith(whole[^1000..]);
        received.Length.ShouldBeGreaterThan(Encoding.UTF8.GetByteCount(whole));
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br;q=1, gzip;q=0.5", true)]
    [InlineData("*", true)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("br", false)]
    public async Task Documents_are_compressed_for_those_who_take_it(string accepted, bool isCompressed)
    {
        await using var server = await ModuleXServerBuilder.AModuleX().Direct("the proxy reads plain answers").StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Document);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await server.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldBe(isCompressed ? new[] { "gzip" } : []);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        var body = await answer.Content.ReadAsStreamAsync();
        if (isCompressed) body = new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        (await reader.ReadToEndAsync()).ShouldBe(await server.Client.GetStringAsync(Document));
    }

    [Fact]
    public async Task Connections_beyond_the_setting_are_closed()
    {
        // The server looks after its mock services over a connection to itself.
        await using var server = await ModuleXServerBuilder.AModuleX().With("Http:MaxConnections", "2").With("MockServices:Enabled", "false")
            .Direct("the proxy has connections of its own").StartAsync();
        using var first = await AskAsync(server, "/health/live", "keep-alive");
        using var second = await AskAsync(server, "/health/live", "keep-alive");
        (await first.ReceiveAsync(new byte[16])).ShouldBeGreaterThan(0);
        (await second.ReceiveAsync(new byte[16])).ShouldBeGreaterThan(0);

        using var third = await AskAsync(server, "/health/live");

        await Eventually.SoAsync("cut connection", () => Task.FromResult(IsCut(third)), Limit);
    }

    private static async Task<Socket> AskAsync(ModuleXServer server, string path, string connection = "close")
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: {connection}\r\n\r\n"));
        return socket;
    }

    /// <summary>Looks without reading.</summary>
    private static bool IsCut(Socket socket) => socket.Poll(0, SelectMode.SelectError) || (socket.Poll(0, SelectMode.SelectRead) && IsReset(socket));

    private static bool IsReset(Socket socket)
    {
        try
        {
            return socket.Receive(new byte[1], SocketFlags.Peek) == 0;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset)
        {
            return true;
        }
    }
}
