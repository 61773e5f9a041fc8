using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>Records are pulled whole, page by page, from services that page in any of the usual ways, and from none without an end.</summary>
public sealed class DataSyncTests(AuthXScene scene) : IClassFixture<AuthXScene>, IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private Upstream _upstream = null!;

    private HttpClient Admin => scene.Admin.Client;

    public async Task InitializeAsync() => _upstream = await Upstream.StartAsync();

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Fact]
    public async Task Pages_by_number_are_pulled_to_the_end_and_again_without_a_second_copy()
    {
        _upstream.Answer = context => Upstream.Json(context, Page(context, 250));
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url + "api/");

        var first = await SyncAsync(service);
        var second = await SyncAsync(service);

        first.GetProperty("status").GetString().ShouldBe("synced", first.GetRawText());
        first.GetProperty("records_synced").GetInt32().ShouldBe(250);
        second.GetProperty("records_synced").GetInt32().ShouldBe(250);
        second.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "service", "sync_type", "last_sync", "status", "records_synced", "error_message"]);
        _upstream.Requests.Count(request => request.Target.StartsWith("/api/api/data/users/?", StringComparison.Ordinal)).ShouldBe(6);
        (await service.RecordsAsync(Admin, "users")).Count.ShouldBe(250);
    }

    [Fact]
    public async Task Next_is_followed_on_the_same_server_and_records_may_stand_at_the_top()
    {
        _upstream.Answer = context => Upstream.Json(context, context.Request.Query["cursor"].ToString() switch
        {
            "" => """{"records":[{"id":1},{"id":2}],"next":"/api/data/users/?cursor=a"}""",
            "a" => $$"""{"records":[{"id":"3"}],"next":"{{_upstream.Url}}api/data/users/?cursor=b"}""",
            _ => """{"records":[{"id":"4"}],"next":null}""",
        });
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url.ToString());

        (await SyncAsync(service)).GetProperty("records_synced").GetInt32().ShouldBe(4);

        (await service.RecordsAsync(Admin, "users")).Keys.ShouldBe(["1", "2", "3", "4"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"records":[{"id":1}],"next":"?page=1&per_page=100"}""", "Its pages lead round in a circle")]
    [InlineData("""{"records":[{"id":1}],"next":"http://127.0.0.2:1/api/data/users/"}""", "Its next page is somewhere else")]
    [InlineData("""{"records":[{"id":1}],"total":2}""", "It has 2 records but handed out 1")]
    [InlineData("""{"records":[{"name":"nobody"}]}""", "One of its records has no id")]
    [InlineData("""{"data":[]}""", "Its answer is no JSON object with records")]
    [InlineData("""{"records":[{"id":"\ud800"}]}""", "Its answer is not Unicode text")]
    [InlineData("no JSON", "Its answer is no JSON object with records")]
    public async Task What_can_not_be_pulled_whole_has_failed_and_says_why(string answer, string reason)
    {
        _upstream.Answer = context => Upstream.Json(context, answer);
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url.ToString());

        var sync = await SyncAsync(service);

        sync.GetProperty("status").GetString().ShouldBe("failed");
        sync.GetProperty("error_message").GetString().ShouldBe(reason);
        sync.GetProperty("last_sync").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_page_that_is_too_large_and_a_service_that_is_broken_have_failed()
    {
        var (large, broken) = (new byte[11 * 1024 * 1024], await scene.ServiceAsync(baseUrl: _upstream.Url + "broken"));
        Array.Fill(large, (byte)' ');
        _upstream.Answer = context => context.Request.Path.StartsWithSegments("/broken", StringComparison.Ordinal)
            ? Upstream.Json(context, "{}", 500) : Upstream.Send(context, "application/json", large);
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url.ToString());

        (await SyncAsync(service)).GetProperty("error_message").GetString().ShouldBe("Its answer is too large");
        (await SyncAsync(broken)).GetProperty("error_message").GetString().ShouldBe("It answered with status 500");
        _upstream.Requests.Count(request => request.Target.StartsWith("/broken/api", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task A_second_trigger_while_it_runs_is_refused_and_what_webhooks_tell_meanwhile_is_newer()
    {
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _upstream.Answer = async context =>
        {
            if (context.Request.Path.StartsWithSegments("/api/data", StringComparison.Ordinal))
            {
                asked.TrySetResult();
                await go.Task.WaitAsync(Limit);
            }
            await Upstream.Json(context, """{"records":[{"id":"1","name":"Old"},{"id":"2","name":"Two"}],"total":2}""");
        };
        var service = await scene.ServiceAsync(baseUrl: _upstream.Url.ToString());
        (await TriggerAsync(service)).With(200)["message"].ShouldBe("Sync triggered");
        await asked.Task.WaitAsync(Limit);

        (await TriggerAsync(service)).With(409)["error"].ShouldBe("This sync is running already");
        (await TriggerAsync(service, "notifications")).With(200);
        var told = SendingService.EventOf(await service.SendAsync("user.updated", """{"user_id":"1","name":"New"}"""));
        await SendingService.EndedAsync(Admin, told, "completed");
        go.SetResult();

        (await EndedAsync(service)).GetProperty("status").GetString().ShouldBe("synced");
        var records = await service.RecordsAsync(Admin, "users");
        records["1"].GetProperty("data").GetProperty("name").GetString().ShouldBe("New");
        records["2"].GetProperty("data").GetProperty("name").GetString().ShouldBe("Two");
        (await TriggerAsync(service)).With(200);
    }

    [Fact]
    public async Task Bad_triggers_are_refused_in_document_4s_words()
    {
        var service = await scene.ServiceAsync();

        (await TriggerAsync(service, "orders")).With(400)["status"].ShouldBe("failure");
        (await Admin.PostReplyAsync("/api/integrations/sync/trigger/", new { sync_type = "users" })).With(400);
        (await Admin.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = "x", sync_type = "users" })).With(400);
        (await Admin.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = Guid.NewGuid(), sync_type = "users" })).With(404);
        (await scene.Anyone.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = service.Id, sync_type = "users" })).With(401);
        (await Admin.CallAsync(
            HttpMethod.Post, "/api/integrations/sync/trigger/", new { service_id = service.Id, sync_type = "users" }, ("X-Tenant-Domain", "other"))).With(403);
    }

    [Fact]
    public async Task The_mock_services_tell_of_what_is_created_and_page_their_records()
    {
        for (var number = 0; number < 12; number++)
            (await scene.Anyone.PostReplyAsync("/api/mock/users/", new { email = $"{AuthXScene.NewName()}@example.com", name = $"Person {number}" })).With(201);
        var services = (await Admin.GetReplyAsync("/api/integrations/services/")).With(200).Json.GetProperty("data").GetProperty("results")
            .EnumerateArray().ToList();
        var id = services.Single(one => one.GetProperty("name").ValueEquals("user-service")).GetProperty("id").GetString()!;
        var service = new SendingService(scene.Anyone, id, "user-service", null);

        await Eventually.SoAsync("webhooks of the mock service", async () => (await service.RecordsAsync(Admin, "users")).Count >= 12, Limit);
        var before = await service.RecordsAsync(Admin, "users");
        var sync = await SyncAsync(service);

        sync.GetProperty("records_synced").GetInt32().ShouldBe(before.Count, sync.GetRawText());
        (await service.RecordsAsync(Admin, "users")).Keys.ShouldBe(before.Keys, ignoreOrder: true);
        var page = (await scene.Anyone.GetReplyAsync("/api/mock/api/data/users/")).With(200).Json.GetProperty("data");
        (page.GetProperty("records").GetArrayLength(), page.GetProperty("total").GetInt32()).ShouldBe((10, before.Count));
        (await scene.Anyone.GetReplyAsync($"/api/mock/api/data/users/?page=2&per_page={before.Count - 2}")).Json.GetProperty("data")
            .GetProperty("records").GetArrayLength().ShouldBe(2);
        (await scene.Anyone.GetReplyAsync("/api/mock/api/data/users/?page=0")).With(400);
    }

    private Task<Reply> TriggerAsync(SendingService service, string type = "users") =>
        Admin.PostReplyAsync("/api/integrations/sync/trigger/", new { service_id = service.Id, sync_type = type });

    private async Task<JsonElement> SyncAsync(SendingService service)
    {
        (await TriggerAsync(service)).With(200);
        return await EndedAsync(service);
    }

    private async Task<JsonElement> EndedAsync(SendingService service)
    {
        var sync = default(JsonElement);
        await Eventually.SoAsync("end of the sync", async () =>
        {
            sync = (await Admin.GetReplyAsync("/api/integrations/data-sync/")).With(200).Json.GetProperty("data").GetProperty("results").EnumerateArray()
                .Single(one => one.GetProperty("service").GetProperty("name").ValueEquals(service.Name) && one.GetProperty("sync_type").ValueEquals("users"));
            return !sync.GetProperty("status").ValueEquals("syncing");
        }, Limit);
        return sync;
    }

    private static string Page(HttpContext context, int total)
    {
        var (page, size) = (int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture),
            int.Parse(context.Request.Query["per_page"]!, CultureInfo.InvariantCulture));
        var records = Enumerable.Range(0, total).Skip((page - 1) * size).Take(size).Select(number => new { id = number, name = $"Record {number}" });
        return JsonSerializer.Serialize(new { status = "success", data = new { records, total } });
    }
}
