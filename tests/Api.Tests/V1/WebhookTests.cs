using System.Text.Json;
using ModuleX.Api.Tests.Events;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.V1;

/// <summary>Webhooks as an organization's admin makes them and a receiver gets them.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private PlatformScene _scene = null!;
    private Upstream _receiver = null!;
    private string _query = "";

    private HttpClient Root => _scene.Root.Client;

    public async Task InitializeAsync()
    {
        _scene = await PlatformScene.StartAsync(server => server.With("OutgoingWebhooks:RetryDelays:0", "00:00:01"));
        _receiver = await Upstream.StartAsync();
        var organization = (await Root.GetReplyAsync("/api/organizations")).With(200).Json.GetProperty("organizations")[0].GetProperty("id").GetString();
        _query = $"?organization_id={organization}";
    }

    public async Task DisposeAsync()
    {
        await _scene.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Webhook_is_made_with_a_secret_that_is_shown_once_changed_and_taken_away()
    {
        var made = await CreateAsync(new { url = Hook(), description = "For billing", events = new[] { "connection.created" } });
        var (id, secret) = (made.GetProperty("webhook").GetProperty("id").GetString(), made.GetProperty("secret").GetString()!);

        Convert.FromBase64String(secret["whsec_".Length..]).Length.ShouldBe(32);
        var read = await Root.GetReplyAsync($"/v1/webhooks/{id}{_query}");
        read.With(200).Text.ShouldNotContain(secret);
        read.Json.GetProperty("deliveries").GetRawText().ShouldBe("""{"pending":0,"delivered":0,"failed":0}""");
        (await Root.GetReplyAsync($"/v1/webhooks{_query}")).With(200).Json.GetProperty("items")[0].GetRawText()
            .ShouldBe(read.Json.GetProperty("webhook").GetRawText());
        var changed = (await PatchAsync(id, new { enabled = false, events = Array.Empty<string>() })).With(200).Json;
        (changed.GetProperty("enabled").GetBoolean(), changed.GetProperty("disabled_reason").GetString(), changed.GetProperty("events").GetArrayLength())
            .ShouldBe((false, "by_user", 0));
        changed.GetProperty("description").GetString().ShouldBe("For billing");
        (await Root.PostReplyAsync($"/v1/webhooks/{id}/test{_query}", null)).With(409)["code"].ShouldBe("webhook_disabled");
        (await PatchAsync(id, new { enabled = true })).With(200)["disabled_reason"].ShouldBe("");
        (await Root.DeleteReplyAsync($"/v1/webhooks/{id}{_query}")).With(204);
        (await Root.GetReplyAsync($"/v1/webhooks/{id}{_query}")).With(404)["code"].ShouldBe("webhook_not_found");
        var audit = await _scene.NewestAuditAsync("webhook_created");
        audit.GetRawText().ShouldNotContain(Hook());
    }

    [Theory]
    [InlineData("""{"url":"ftp://hooks.example"}""", "/url")]
    [InlineData("""{"url":"http://hooks.invalid/x"}""", "/url")]
    [InlineData("""{"url":"https://user:pass@hooks.example/"}""", "/url")]
    [InlineData("""{"url":"https://10.1.2.3/hook"}""", "/url")]
    [InlineData("""{"url":"https://hooks.example","events":["connection.unheard_of"]}""", "/events")]
    public async Task Bad_webhook_is_refused_with_the_place(string body, string pointer)
    {
        var refused = (await Root.PostReplyAsync("/v1/webhooks" + _query, body)).With(400);

        refused.ContentType.ShouldBe("application/problem+json");
        refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Fact]
    public async Task Unknown_member_is_refused() =>
        (await Root.PostReplyAsync("/v1/webhooks" + _query, """{"url":"https://hooks.example","evnts":[]}""")).With(400);

    [Fact]
    public async Task Connecting_and_disconnecting_are_told_to_the_organization_and_to_the_users_sockets()
    {
        await CreateAsync(new { url = Hook() });
        var anna = await _scene.AddPersonAsync("anna");
        await using var socket = await EventClient.OpenAsync(_scene.Server.Address, anna.Client.TokenOf());

        (await anna.Client.PostReplyAsync(
            "/api/auth/manual", new { tool_name = "notes", credentials = new { token = Guid.NewGuid().ToString("N") } })).With(200);
        (await anna.Client.DeleteReplyAsync("/api/auth/tools/notes")).Status.ShouldBeInRange(200, 204);

        await Eventually.BecomesAsync(() => Task.FromResult(_receiver.Requests.Count == 2), "second webhook");
        var told = _receiver.Requests.Select(request => JsonElement.Parse(request.Text)).ToDictionary(body => body.GetProperty("type").GetString()!);
        var created = told["connection.created"].GetProperty("data");
        var organization = _query["?organization_id=".Length..];
        var connection = created.GetProperty("connection_id").GetGuid();
        connection.ShouldNotBe(Guid.Empty);
        created.GetRawText().ShouldBe($$$"""{"connection_id":"{{{connection}}}","tool":"notes","account":"default","name":"default","owner":"""
            + $$$"""{"type":"user","id":"{{{anna.Id}}}"},"organization_id":"{{{organization}}}","state":"active","error":null}""");
        told["connection.deleted"].GetProperty("data").GetProperty("connection_id").GetGuid().ShouldBe(connection);
        told["connection.deleted"].GetProperty("data").GetProperty("state").GetString().ShouldBe("disconnected");
        JsonElement.Parse(await socket.ReadAsync(message => message.IsOf("connection.created"))).GetProperty("data").GetProperty("connection").GetRawText()
            .ShouldBe(created.GetRawText());
        await socket.ReadAsync(message => message.IsOf("connection.deleted"));
    }

    [Fact]
    public async Task Deliveries_tell_what_was_sent_and_every_attempt_and_are_sent_again_with_the_same_id()
    {
        var id = (await CreateAsync(new { url = Hook() })).GetProperty("webhook").GetProperty("id").GetString();
        var deliveries = $"/v1/webhooks/{id}/deliveries";
        _receiver.Answer = context => Upstream.Json(context, """{"no":true}""", 500);

        var accepted = (await Root.PostReplyAsync($"/v1/webhooks/{id}/test{_query}", null)).With(202);
        accepted.Headers.Location!.OriginalString.ShouldBe($"{deliveries}/{accepted["id"]}");
        await Eventually.BecomesAsync(async () => await StateAsync() == "failed", "delivery that is given up");
        var details = (await Root.GetReplyAsync($"{accepted.Headers.Location.OriginalString}{_query}")).With(200).Json;
        details.GetProperty("body").GetRawText().ShouldBe(_receiver.Requests[0].Text);
        details.GetProperty("attempts").EnumerateArray().Select(attempt => (attempt.GetProperty("status").GetInt32(), attempt.GetProperty("answer").GetString()))
            .ShouldBe([(500, """{"no":true}"""), (500, """{"no":true}""")]);
        (await Root.GetReplyAsync($"{deliveries}{_query}&state=failed&event_type=webhook.test")).With(200).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await Root.GetReplyAsync($"{deliveries}{_query}&state=delivered")).With(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0);

        _receiver.Answer = context => Upstream.Json(context, "{}");
        (await Root.PostReplyAsync($"{accepted.Headers.Location.OriginalString}/resend{_query}", null)).With(202);
        await Eventually.BecomesAsync(async () => await StateAsync() == "delivered", "delivery that was sent again");
        (await Root.PostReplyAsync($"{deliveries}/resend-failed{_query}", new { since = DateTimeOffset.UtcNow.AddDays(-1) })).With(202)["deliveries"].ShouldBe("0");
        _receiver.Requests.Select(request => request.Header("webhook-id")).Distinct().ShouldHaveSingleItem().ShouldBe(accepted["event_id"]);

        async Task<string> StateAsync() => (await Root.GetReplyAsync($"{accepted.Headers.Location.OriginalString}{_query}")).With(200).Json
            .GetProperty("delivery").GetProperty("state").GetString()!;
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        for (var count = 0; count < 3; count++) await CreateAsync(new { url = $"{Hook()}{count}" });

        var first = (await Root.GetReplyAsync($"/v1/webhooks{_query}&limit=2")).With(200).Json;
        var second = (await Root.GetReplyAsync($"/v1/webhooks{_query}&limit=2&cursor={first.GetProperty("next_cursor").GetString()}")).With(200).Json;

        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(webhook => webhook.GetProperty("url").GetString()).ShouldBe([$"{Hook()}2", $"{Hook()}1", $"{Hook()}0"]);
        second.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [ReceiverFact]
    public async Task Libraries_of_receivers_verify_what_is_sent_also_with_the_old_secret_after_a_rotation_and_with_no_other()
    {
        var made = await CreateAsync(new { url = Hook() });
        var id = made.GetProperty("webhook").GetProperty("id").GetString();
        var rotated = (await Root.PostReplyAsync($"/v1/webhooks/{id}/rotate-secret{_query}", null)).With(200);
        (await Root.PostReplyAsync($"/v1/webhooks/{id}/test{_query}", null)).With(202);
        await Eventually.BecomesAsync(() => Task.FromResult(_receiver.Requests.Count == 1), "webhook");

        const string verified = """{"standardwebhooks":"verified","svix":"verified"}""";
        (await JudgeAsync(rotated["secret"]!)).ShouldBe(verified);
        (await JudgeAsync(made.GetProperty("secret").GetString()!)).ShouldBe(verified);
        (await JudgeAsync((await CreateAsync(new { url = Hook() })).GetProperty("secret").GetString()!))
            .ShouldBe("""{"standardwebhooks":"No matching signature found","svix":"No matching signature found"}""");
    }

    private string Hook() => new Uri(_receiver.Url, "/hook").AbsoluteUri;

    private async Task<JsonElement> CreateAsync(object body) => (await Root.PostReplyAsync("/v1/webhooks" + _query, body)).With(201).Json;

    private Task<Reply> PatchAsync(string? id, object body) => Root.CallAsync(HttpMethod.Patch, $"/v1/webhooks/{id}{_query}", body);

    private async Task<string> JudgeAsync(string secret)
    {
        var request = _receiver.Request;
        var headers = new[] { "webhook-id", "webhook-timestamp", "webhook-signature" }.ToDictionary(name => name, request.Header);
        var run = await ProgramRun.OfAsync(
            ReceiverFactAttribute.Folder, "node", ["verify.mjs", JsonSerializer.Serialize(new { secret, headers, body = request.Text })], TimeSpan.FromSeconds(60));
        return run.Succeeded().Output.Trim();
    }
}

/// <summary>A fact that needs the libraries with which receivers verify webhooks.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReceiverFactAttribute : FactAttribute
{
    public ReceiverFactAttribute() => Skip = NpmPackages.MissingReason("The libraries of receivers", Folder, "standardwebhooks", "svix");

    public static string Folder { get; } = Repository.PathOf("tests", "tools", "webhooks");
}
