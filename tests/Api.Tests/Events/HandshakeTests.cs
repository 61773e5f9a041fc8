using System.Net.WebSockets;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.Events;

/// <summary>Who gets a socket, judged before the connection is upgraded.</summary>
public sealed class HandshakeTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;

    private Uri Address => _scene.Server.Address;

    private HttpClient Anyone => _scene.Server.Client;

    private string Token => _scene.Root.Client.TokenOf();

    public async Task InitializeAsync() =>
        _scene = await PlatformScene.StartAsync(server => server.With("Events:SocketsPerUser", "3").With("Events:AllowedOrigins:0", "https://app.example.com"));

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Token_as_a_subprotocol_opens_and_is_not_echoed()
    {
        await using var client = await EventClient.OpenAsync(Address, Token);

        client.Protocol.ShouldBe("modulex");
        (await client.ReadAsync()).ShouldContain("\"status_update\"");
    }

    [Fact]
    public async Task Ticket_opens_once()
    {
        var ticket = (await _scene.Root.Client.PostReplyAsync("/api/ws/ticket", null)).With(201);
        ticket.Json.GetProperty("expires_in").GetInt32().ShouldBe(30);

        await using (await EventClient.OpenWithAsync(Address, $"?ticket={ticket["ticket"]}", null))
        {
        }

        (await Anyone.RefusedAsync($"?ticket={ticket["ticket"]}")).With(401).Json.GetProperty("error").GetProperty("code").GetString()
            .ShouldBe("INVALID_TOKEN");
    }

    [Fact]
    public async Task Ticket_is_good_for_thirty_seconds()
    {
        var ticket = (await _scene.Root.Client.PostReplyAsync("/api/ws/ticket", null)).With(201)["ticket"];
        _scene.Clock.Advance(TimeSpan.FromSeconds(31));

        (await Anyone.RefusedAsync($"?ticket={ticket}")).With(401);
    }

    [Fact]
    public async Task Ticket_of_a_session_that_ended_is_refused()
    {
        var person = await _scene.AddPersonAsync("anna");
        var ticket = (await person.Client.PostReplyAsync("/api/ws/ticket", null)).With(201)["ticket"];
        (await person.Client.PostReplyAsync("/api/auth/logout", new { token = person.Client.TokenOf() })).With(200);

        (await Anyone.RefusedAsync($"?ticket={ticket}")).With(401);
    }

    [Fact]
    public async Task Missing_and_wrong_tokens_are_401_in_the_surfaces_format()
    {
        var missing = (await Anyone.RefusedAsync()).With(401);
        missing.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("AUTH_REQUIRED");
        missing.Json.GetProperty("status").GetInt32().ShouldBe(401);

        var wrong = (await Anyone.RefusedAsync("", ("Sec-WebSocket-Protocol", "modulex, bearer.nonsense"))).With(401);
        wrong.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("INVALID_TOKEN");
        (await Anyone.PostReplyAsync("/api/ws/ticket", null)).With(401);
    }

    [Fact]
    public async Task Token_in_the_address_is_400()
    {
        var refused = (await Anyone.RefusedAsync($"?access_token={Token}", ("Sec-WebSocket-Protocol", $"modulex, bearer.{Token}"))).With(400);

        refused.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
        refused.Text.ShouldNotContain(Token);
    }

    [Fact]
    public async Task Request_for_no_socket_is_400() => (await _scene.Root.Client.GetReplyAsync("/api/ws")).With(400);

    [Fact]
    public async Task Token_without_the_protocol_beside_it_is_400() =>
        (await Anyone.RefusedAsync("", ("Sec-WebSocket-Protocol", $"bearer.{Token}"))).With(400);

    [Theory]
    [InlineData("https://evil.example.com", 403)]
    [InlineData("null", 403)]
    [InlineData("https://app.example.com.evil.example.com", 403)]
    [InlineData("https://app.example.com", 101)]
    [InlineData("own", 101)]
    public async Task Pages_of_other_origins_get_no_socket(string origin, int status)
    {
        var from = origin == "own" ? Address.GetLeftPart(UriPartial.Authority) : origin;
        if (status != 101)
        {
            var refused = (await Anyone.RefusedAsync("", ("Origin", from), ("Sec-WebSocket-Protocol", $"modulex, bearer.{Token}"))).With(status);
            refused.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
            return;
        }

        await using var client = await EventClient.OpenWithAsync(Address, "", socket =>
        {
            socket.SetRequestHeader("Origin", from);
            socket.AddSubProtocol("modulex");
            socket.AddSubProtocol($"bearer.{Token}");
        });
        client.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task More_sockets_than_a_user_may_have_are_429_until_one_is_gone()
    {
        var clients = new List<EventClient>();
        for (var count = 0; count < 3; count++) clients.Add(await EventClient.OpenAsync(Address, Token));

        (await Anyone.RefusedAsync("", ("Sec-WebSocket-Protocol", $"modulex, bearer.{Token}"))).With(429);
        var other = await _scene.AddPersonAsync("anna");
        await using (await EventClient.OpenAsync(Address, other.Client.TokenOf()))
        {
        }
        await clients[0].DisposeAsync();
        await Eventually.BecomesAsync(async () => (await TryOpenAsync()) == 101, "room for one more socket");

        foreach (var client in clients) await client.DisposeAsync();

        async Task<int> TryOpenAsync()
        {
            try
            {
                await using var one = await EventClient.OpenAsync(Address, Token);
                return 101;
            }
            catch (WebSocketException)
            {
                return 429;
            }
        }
    }
}
