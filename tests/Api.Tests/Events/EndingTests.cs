using System.Net.WebSockets;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.Events;

/// <summary>Why sockets end, and how soon.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PlatformScene.StartAsync(server => server.With("Events:Heartbeat", "00:00:01"));

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Logout_closes_the_sockets_of_its_session_and_no_others()
    {
        var anna = await _scene.AddPersonAsync("anna");
        var second = _scene.ToSignedIn(await _scene.LoginAsync("anna"));
        await using var ending = await OpenAsync(second.Client);
        await using var staying = await OpenAsync(anna.Client);

        (await second.Client.PostReplyAsync("/api/auth/logout", new { token = second.Client.TokenOf() })).With(200);

        (await ending.ReadToEndAsync()).ShouldBe((4401, "session ended"));
        await staying.ReadAsync(message => message.IsSession("end"));
        staying.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task Deactivation_closes_the_users_sockets()
    {
        var anna = await _scene.AddPersonAsync("anna");
        await using var client = await OpenAsync(anna.Client);

        (await _scene.Root.Client.DeleteReplyAsync($"/api/v1/users/{anna.Id}")).With(200);

        (await client.ReadToEndAsync()).Code.ShouldBe(4401);
    }

    [Fact]
    public async Task A_session_that_was_left_alone_for_too_long_times_out_and_closes_its_sockets()
    {
        (await _scene.Root.Client.PutReplyAsync("/api/config", new { config = new { security = new { session_timeout = 60 } } })).With(200);
        var anna = await _scene.AddPersonAsync("anna");
        await using var client = await OpenAsync(anna.Client);
        await _scene.SettledAsync();

        _scene.Clock.Advance(TimeSpan.FromSeconds(120));

        await client.ReadAsync(message => message.IsSession("timeout"));
        (await client.ReadToEndAsync()).Code.ShouldBe(4401);
    }

    [Fact]
    public async Task A_session_without_a_socket_that_times_out_is_told_to_its_users_other_sockets()
    {
        (await _scene.Root.Client.PutReplyAsync("/api/config", new { config = new { security = new { session_timeout = 60 } } })).With(200);
        var left = await _scene.AddPersonAsync("anna");
        var id = (await left.Client.GetReplyAsync("/api/auth/sessions")).With(200)["current_session_id"];
        _scene.Clock.Advance(TimeSpan.FromSeconds(40));
        await using var client = await OpenAsync(_scene.ToSignedIn(await _scene.LoginAsync("anna")).Client);
        await _scene.SettledAsync();

        _scene.Clock.Advance(TimeSpan.FromSeconds(30));

        (await client.ReadAsync(message => message.IsSession("timeout"))).ShouldContain(id!);
        client.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task Any_message_is_refused_with_1008_and_a_long_one_with_1009()
    {
        await using var small = await OpenAsync(_scene.Root.Client);
        await small.SendAsync("{}"u8.ToArray());
        (await small.ReadToEndAsync()).Code.ShouldBe(1008);

        await using var empty = await OpenAsync(_scene.Root.Client);
        await empty.SendAsync([]);
        (await empty.ReadToEndAsync()).Code.ShouldBe(1008);

        await using var large = await OpenAsync(_scene.Root.Client);
        await large.SendAsync(new byte[5000]);
        (await large.ReadToEndAsync()).Code.ShouldBe(1009);

        await using var endless = await OpenAsync(_scene.Root.Client);
        for (var part = 0; part < 10; part++) await endless.SendAsync(new byte[500], isWhole: false);
        (await endless.ReadToEndAsync()).Code.ShouldBe(1009);
    }

    [Fact]
    public async Task A_stop_of_the_server_closes_with_1001()
    {
        await using var client = await OpenAsync(_scene.Root.Client);
        var ending = client.ReadToEndAsync();

        await _scene.Server.StopAsync();

        (await ending).Code.ShouldBe(1001);
    }

    [Fact]
    public async Task A_peer_that_answers_no_ping_is_dropped()
    {
        await using var silent = await OpenAsync(_scene.Root.Client);
        await using var lively = await OpenAsync(_scene.Root.Client);
        var reading = lively.ReadToEndAsync();

        // A client that does not read answers no pings either.
        await Eventually.BecomesAsync(() => Task.FromResult(_scene.OpenSockets() == 1), "one socket left");

        reading.IsCompleted.ShouldBeFalse();
    }

    private Task<EventClient> OpenAsync(HttpClient person) => EventClient.OpenAsync(_scene.Server.Address, person.TokenOf());
}
