using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;
using ModuleX.Application.Events;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.Events;

/// <summary>What is told, and to whom.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;

    public async Task InitializeAsync() => _scene = await PlatformScene.StartAsync(server => server.With("Events:StatusInterval", "00:00:01"));

    public async Task DisposeAsync() => await _scene.DisposeAsync();

    [Fact]
    public async Task Preferences_are_told_to_their_user_alone()
    {
        var (anna, ben) = (await _scene.AddPersonAsync("anna"), await _scene.AddPersonAsync("ben"));
        await using var ofAnna = await OpenAsync(anna.Client);
        await using var ofBen = await OpenAsync(ben.Client);

        (await anna.Client.PutReplyAsync("/api/preferences", new { theme = "dark", size = 3 })).With(200);
        (await anna.Client.DeleteReplyAsync("/api/preferences/theme")).With(200);
        (await ben.Client.PutReplyAsync("/api/preferences", new { own = true })).With(200);

        (await ofAnna.ReadAsync(message => message.IsPreference("theme"))).ShouldContain("\"value\":\"dark\"");
        (await ofAnna.ReadAsync(message => message.IsPreference("size"))).ShouldContain("\"value\":3");
        (await ofAnna.ReadAsync(message => message.IsPreference("theme"))).ShouldContain("\"value\":null");
        JsonElement.Parse(await ofBen.ReadAsync()).IsPreference("own").ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_and_activities_of_a_user_are_told()
    {
        var anna = await _scene.AddPersonAsync("anna");
        await using var client = await OpenAsync(anna.Client);

        var second = _scene.ToSignedIn(await _scene.LoginAsync("anna"));
        await client.ReadAsync(message => message.IsActivity("login"));
        await client.ReadAsync(message => message.IsSession("start"));
        (await second.Client.PostReplyAsync("/api/auth/logout", new { token = second.Client.TokenOf() })).With(200);
        var logout = await client.ReadAsync(message => message.IsActivity("logout"));
        await client.ReadAsync(message => message.IsSession("end"));

        // The same thing as the list has it.
        var listed = (await anna.Client.GetReplyAsync("/api/activity?type=logout")).With(200).Json.GetProperty("activities")[0];
        JsonElement.Parse(logout).GetProperty("data").GetProperty("activity").GetRawText().ShouldBe(listed.GetRawText());
    }

    [Fact]
    public async Task Connecting_a_tool_is_told_with_the_id_that_the_list_has()
    {
        var anna = await _scene.AddPersonAsync("anna");
        await using var client = await OpenAsync(anna.Client);

        (await anna.Client.PostReplyAsync("/api/auth/manual",
            new { tool_name = "notes", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);

        var told = JsonElement.Parse(await client.ReadAsync(message => message.IsActivity("tool_auth"))).GetProperty("data").GetProperty("activity");
        await Eventually.BecomesAsync(async () => (await ListAsync()).GetProperty("total").GetInt32() == 1, "record of the connection");
        (await ListAsync()).GetProperty("activities")[0].GetRawText().ShouldBe(told.GetRawText());

        async Task<JsonElement> ListAsync() => (await anna.Client.GetReplyAsync("/api/activity?type=tool_auth")).With(200).Json;
    }

    [Fact]
    public async Task Modules_and_configuration_are_told_to_admins_only()
    {
        var anna = await _scene.AddPersonAsync("anna");
        await using var ofRoot = await OpenAsync(_scene.Root.Client);
        await using var ofAnna = await OpenAsync(anna.Client);

        (await _scene.Root.Client.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200);
        (await _scene.Root.Client.PutReplyAsync("/api/config", new { config = new { general = new { site_name = "Acme" } } })).With(200);
        (await anna.Client.PutReplyAsync("/api/preferences", new { last = true })).With(200);

        var notification = JsonElement.Parse(await ofRoot.ReadAsync(message => message.IsNotification("module_disabled"))).GetProperty("data")
            .GetProperty("notification");
        notification.GetProperty("type").GetString().ShouldBe("warning");
        notification.GetProperty("action").GetProperty("payload").GetProperty("module_id").GetString().ShouldBe("notes");
        await ofRoot.ReadAsync(message => message.IsNotification("config_updated"));
        JsonElement.Parse(await ofAnna.ReadAsync()).IsPreference("last").ShouldBeTrue("nothing else was told");
    }

    [Fact]
    public async Task Status_is_told_when_an_admin_comes_again_and_again_and_when_a_module_changes()
    {
        await using var client = await OpenAsync(_scene.Root.Client);
        await client.ReadAsync(message => ActiveIn(message) == 3);

        (await _scene.Root.Client.PutReplyAsync("/api/modules/notes", new { enabled = false })).With(200);

        await client.ReadAsync(message => ActiveIn(message) == 2);
        await client.ReadAsync(message => ActiveIn(message) == 2);

        static int ActiveIn(JsonElement message) => message.IsOf("status_update")
            ? message.GetProperty("data").GetProperty("status").GetProperty("modules").GetProperty("active").GetInt32() : -1;
    }

    [Fact]
    public async Task Alerts_are_told_to_admins()
    {
        await using var client = await OpenAsync(_scene.Root.Client);

        for (var count = 0; count < 6; count++) await _scene.Server.Client.PostReplyAsync(
            "/api/auth/login", new { email = $"nobody{count}@example.org", password = Guid.NewGuid().ToString() });

        (await client.ReadAsync(message => message.IsNotification("security_alert"))).ShouldContain("Multiple failed login attempts");
    }

    [Fact]
    public async Task Faults_are_told_to_admins()
    {
        await using var client = await OpenAsync(_scene.Root.Client);

        Publish(new SystemEvent(default(TenantId)) { Fault = new("internal_error", "Internal server error (trace 1)", 500, "/api/config") });

        var error = JsonElement.Parse(await client.ReadAsync(message => message.IsOf("error"))).GetProperty("data").GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("SYSTEM_ERROR");
    }

    [Fact]
    public async Task Another_tenants_admin_hears_nothing()
    {
        await using var client = await OpenAsync(_scene.Root.Client);

        Publish(SystemEvent.Notify(new(Guid.NewGuid()), NotificationTypes.Info, "Not for them", "other"));
        Publish(SystemEvent.Notify(null, NotificationTypes.Info, "For all", "all"));

        (await client.ReadAsync(message => message.IsOf("notification"))).ShouldContain("For all");
    }

    private void Publish(LiveEvent happened) => _scene.Server.Services.GetRequiredService<IEvents>().Publish(happened);

    private Task<EventClient> OpenAsync(HttpClient person) => EventClient.OpenAsync(_scene.Server.Address, person.TokenOf());
}
