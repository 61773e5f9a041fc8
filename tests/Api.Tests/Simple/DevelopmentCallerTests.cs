using System.Net.Sockets;
using System.Text;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Simple;

/// <summary>In the Development environment a caller on this machine needs no key; one that only seems to be on it does.</summary>
public sealed class DevelopmentCallerTests(SimpleScene scene) : IClassFixture<SimpleScene>
{
    private const string Path = "/auth/tools?user_id=ada";

    [Fact]
    public async Task A_caller_on_this_machine_needs_no_key()
    {
        var reply = await scene.Client.GetReplyAsync(Path);

        reply.With(200);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Every_name_of_this_machine_will_do(string host)
    {
        var reply = await scene.Client.CallAsync(HttpMethod.Get, Path, null, ("Host", $"{host}:{scene.ModuleX.Address.Port}"));

        reply.With(200);
    }

    [Theory]
    [InlineData("Host", "rebound.example.com")]
    [InlineData("Host", "127.0.0.1.example.com")]
    [InlineData("Host", "192.168.0.10")]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1:1")]
    public async Task A_page_or_a_proxy_on_this_machine_needs_a_key(string header, string value)
    {
        var reply = await scene.Client.CallAsync(HttpMethod.Get, Path, null, (header, value));

        reply.With(401);
    }

    [Fact]
    public async Task The_servers_own_page_is_on_this_machine()
    {
        var reply = await scene.Client.CallAsync(HttpMethod.Get, Path, null, ("Origin", scene.ModuleX.Address.OriginalString));

        reply.With(200);
    }

    [Fact]
    public async Task Two_origins_are_not_the_servers_own_page()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(scene.ModuleX.Address.Host, scene.ModuleX.Address.Port);
        var request = $"GET {Path} HTTP/1.1\r\nHost: localhost\r\nOrigin: https://example.com\r\nOrigin: https://example.org\r\nConnection: close\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));

        using var reader = new StreamReader(socket.GetStream());
        var answer = await reader.ReadToEndAsync();

        answer.ShouldStartWith("HTTP/1.1 401");
    }
}
