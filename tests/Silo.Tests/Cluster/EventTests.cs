using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Events;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Silo.Notices;
using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Sockets hear of what happens, whichever node it happens at; and nothing is sent where there is no listener.</summary>
public sealed class EventTests(TwoNodes scene) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task What_a_user_does_at_one_node_is_heard_at_the_other_in_its_order()
    {
        var token = await scene.SignInAsync(scene.One);
        await using var client = await OpenAsync(scene.One, token);
        await HeardAsync(scene.Two);

        for (var number = 0; number < 30; number++)
            (await scene.CallAsync(scene.Two, token, HttpMethod.Put, "/api/preferences", new { count = number })).With(200);
        await ExecuteAsync(scene.Two, token);
        await scene.SignInAsync(scene.Two);

        for (var number = 0; number < 30; number++)
            ValueOf(await client.ReadAsync(message => message.IsPreference("count"))).ShouldBe(number);
        await client.ReadAsync(message => message.IsActivity("tool_execution"));
        await client.ReadAsync(message => message.IsActivity("login"));
        await client.ReadAsync(message => message.IsSession("start"));

        static int ValueOf(string message) =>
            JsonElement.Parse(message).GetProperty("data").GetProperty("preference").GetProperty("value").GetInt32();
    }

    [Fact]
    public async Task What_admins_want_to_know_of_one_node_is_heard_at_the_other()
    {
        var token = await scene.SignInAsync(scene.One);
        await using var client = await OpenAsync(scene.One, token);
        await HeardAsync(scene.Two);

        foreach (var enabled in new[] { false, true })
            (await scene.CallAsync(scene.Two, token, HttpMethod.Put, $"/api/modules/{TwoNodes.Books}", new { enabled })).With(200);
        for (var count = 0; count < 6; count++)
        {
            await scene.Two.Client.PostReplyAsync(
                "/api/auth/login", new { email = $"unknown{count.ToString(CultureInfo.InvariantCulture)}@example.org", password = $"{Guid.NewGuid()}" });
        }

        await client.ReadAsync(message => message.IsNotification("module_disabled"));
        await client.ReadAsync(message => message.IsNotification("module_enabled"));
        (await client.ReadAsync(message => message.IsNotification("security_alert"))).ShouldContain("Multiple failed login attempts");
    }

    [Fact]
    public async Task A_logout_at_one_node_is_heard_at_the_other_before_its_sockets_are_closed()
    {
        var watching = await scene.SignInAsync(scene.One);
        await using var client = await OpenAsync(scene.One, watching);
        await HeardAsync(scene.Two);

        (await scene.CallAsync(scene.Two, watching, HttpMethod.Post, "/api/auth/logout", new { token = watching })).With(200);

        await client.ReadAsync(message => message.IsSession("end"));
        (await client.ReadToEndAsync()).Code.ShouldBe(4401);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_node_where_nobody_listens()
    {
        var token = await scene.SignInAsync(scene.One);
        await Eventually.BecomesAsync(() => Task.FromResult(scene.Both.All(node => !EventsOf(node).Hears(scene.Root))), "end of the sockets of other tests");
        await ExecuteAsync(scene.One, token);
        await ExecuteAsync(scene.Two, token);
        var (before, heard) = (Calls(), HeardBy());

        for (var count = 0; count < 5; count++)
        {
            foreach (var node in scene.Both) await ExecuteAsync(node, token);
        }
        foreach (var node in scene.Both)
        {
            EventsOf(node).Publish(PreferenceOf(scene.Root, "unheard"));
            EventsOf(node).Publish(SystemEvent.Notify(null, NotificationTypes.Info, "For admins", "unheard"));
        }
        Calls().ShouldBe(before);

        // What is sent is sent in order: after this one nothing from before is on its way.
        await using var client = await OpenAsync(scene.One, token);
        await HeardAsync(scene.Two);
        EventsOf(scene.Two).Publish(PreferenceOf(scene.Root, "heard"));
        await client.ReadAsync(message => message.IsPreference("heard"));
        HeardBy().ShouldBe([heard[0], heard[1] + 1]);

        int Calls() => scene.Both.Sum(node => node.Calls.Of<IEventNoticeService>());

        List<int> HeardBy() => [.. scene.Both.Select(node => node.Calls.Of<IEventNoticeService>(nameof(IEventNoticeService.Hear)))];
    }

    [Fact]
    public async Task An_event_goes_only_to_the_node_where_its_user_listens()
    {
        var token = await scene.SignInAsync(scene.One);
        await using var client = await OpenAsync(scene.One, token);
        await HeardAsync(scene.Two);
        var told = scene.Both.Select(node => node.Calls.Of<IEventNoticeService>(nameof(IEventNoticeService.Hear))).ToList();

        EventsOf(scene.Two).Publish(PreferenceOf(new UserId(Guid.NewGuid()), "not-theirs"));
        EventsOf(scene.One).Publish(PreferenceOf(scene.Root, "from-one"));
        EventsOf(scene.Two).Publish(PreferenceOf(scene.Root, "from-two"));

        await client.ReadAsync(message => message.IsPreference("from-one"));
        await client.ReadAsync(message => message.IsPreference("from-two"));
        scene.Both.Select(node => node.Calls.Of<IEventNoticeService>(nameof(IEventNoticeService.Hear))).ShouldBe([told[0], told[1] + 1]);
    }

    [Fact]
    public async Task Events_follow_a_user_whose_socket_moved_to_another_node()
    {
        var token = await scene.SignInAsync(scene.One);
        await using (await OpenAsync(scene.One, token)) await HeardAsync(scene.Two);
        await Eventually.BecomesAsync(
            () => Task.FromResult(scene.Both.All(node => !EventsOf(node).Hears(scene.Root))), "end of the user's sockets at any node");

        await using var moved = await OpenAsync(scene.Two, token);
        await HeardAsync(scene.One);
        (await scene.CallAsync(scene.One, token, HttpMethod.Put, "/api/preferences", new { moved = true })).With(200);

        await moved.ReadAsync(message => message.IsPreference("moved"));
    }

    [Fact]
    public async Task A_node_that_joins_is_told_who_listens_and_one_that_has_left_is_told_nothing()
    {
        var token = await scene.SignInAsync(scene.One);
        await using var client = await OpenAsync(scene.One, token);
        await using (var third = await scene.StartNodeAsync(FreePorts.Take()))
        {
            await HeardAsync(third);
            (await scene.CallAsync(third, token, HttpMethod.Put, "/api/preferences", new { joined = true })).With(200);
            await client.ReadAsync(message => message.IsPreference("joined"));
            LinksOf(scene.One).ShouldBe(2);
        }

        await Eventually.BecomesAsync(() => Task.FromResult(scene.Both.All(node => LinksOf(node) == 1)), "end of the ways to the node that has left");

        static int LinksOf(Node node) => node.Services.GetRequiredService<EventLinks>().All.Length;
    }

    [Fact]
    public async Task A_ticket_of_one_node_opens_one_socket_at_another()
    {
        var token = await scene.SignInAsync(scene.One);
        var ticket = (await scene.CallAsync(scene.One, token, HttpMethod.Post, "/api/ws/ticket")).With(201)["ticket"];

        await using (await EventClient.OpenWithAsync(scene.Two.Address, $"?ticket={ticket}", null))
        {
        }

        foreach (var node in scene.Both) (await node.Client.RefusedAsync($"?ticket={ticket}")).With(401);
    }

    [Fact]
    public async Task A_ticket_that_was_used_where_it_was_issued_opens_nothing_elsewhere()
    {
        var token = await scene.SignInAsync(scene.Two);
        var ticket = (await scene.CallAsync(scene.Two, token, HttpMethod.Post, "/api/ws/ticket")).With(201)["ticket"]!;
        await using (await EventClient.OpenWithAsync(scene.Two.Address, $"?ticket={ticket}", null))
        {
        }

        (await scene.One.Client.RefusedAsync($"?ticket={ticket}")).With(401);
        // Of the right form, and of no node or of no ticket.
        (await scene.One.Client.RefusedAsync($"?ticket={new string('A', ticket.Length)}")).With(401);
        (await scene.One.Client.RefusedAsync($"?ticket={ticket[..^8]}AAAAAAAA")).With(401);
    }

    private static Task<EventClient> OpenAsync(Node node, string token) => EventClient.OpenAsync(node.Address, token);

    /// <summary>Waits until a node knows that the admin listens somewhere.</summary>
    private Task HeardAsync(Node node) =>
        Eventually.BecomesAsync(() => Task.FromResult(EventsOf(node).Hears(scene.Root)), "user who listens, as far as this node knows");

    private async Task ExecuteAsync(Node node, string token) => (await scene.CallAsync(
        node, token, HttpMethod.Post, $"/api/tools/{TwoNodes.Ledger}/execute", new { action = "list_entries", parameters = new { } })).With(200);

    private static UserEvent PreferenceOf(UserId user, string key) => new(default(TenantId), user) { Preference = new(key, "true") };

    private static IEvents EventsOf(Node node) => node.Services.GetRequiredService<IEvents>();
}
