using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>What is taken in, and what it brings about.</summary>
public sealed class WebhookTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    private HttpClient Admin => scene.Admin.Client;

    [Fact]
    public async Task A_webhook_is_listed_as_document_4_has_it_and_its_record_is_there()
    {
        var service = await scene.ServiceAsync();

        var reply = await service.SendAsync("user.created", """{"user_id":"123","email":"test@example.com","name":"Test User"}""");

        reply["message"].ShouldBe("Webhook received");
        await SendingService.EndedAsync(Admin, SendingService.EventOf(reply), "completed");
        var listed = (await Admin.GetReplyAsync($"/api/integrations/webhook-events?service={service.Name}&status=completed&event_type=user.created")).With(200)
            .Json.GetProperty("data").GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        listed.EnumerateObject().Select(property => property.Name)
            .ShouldBe(["id", "service", "event_type", "payload", "status", "retry_count", "created_at", "processed_at"]);
        listed.GetProperty("payload").GetProperty("name").GetString().ShouldBe("Test User");
        (await service.RecordsAsync(Admin, "users"))["123"].GetProperty("data").GetProperty("email").GetString().ShouldBe("test@example.com");
    }

    [Fact]
    public async Task The_documented_types_change_the_record_that_they_tell_of()
    {
        var service = await scene.ServiceAsync();
        await EndedAsync(service, "user.created", """{"user_id":7,"email":"a@example.com","name":"A"}""");
        await EndedAsync(service, "user.updated", """{"user_id":7,"name":"B"}""");
        await EndedAsync(service, "user.created", """{"user_id":"8"}""");
        await EndedAsync(service, "user.deleted", """{"user_id":"8"}""");
        await EndedAsync(service, "payment.completed", """{"id":"p","amount":"1.00"}""");
        await EndedAsync(service, "payment.refunded", """{"payment_id":"p"}""");
        await EndedAsync(service, "notification.failed", """{"notification_id":"n"}""");

        var user = (await service.RecordsAsync(Admin, "users")).ShouldHaveSingleItem().Value;
        user.GetProperty("data").GetRawText().ShouldBe("""{"user_id":7,"email":"a@example.com","name":"B"}""");
        user.GetProperty("revision").GetInt32().ShouldBe(2);
        (await service.RecordsAsync(Admin, "subscriptions"))["p"].GetProperty("data").GetProperty("payment_status").GetString().ShouldBe("refunded");
        (await service.RecordsAsync(Admin, "notifications"))["n"].GetProperty("data").GetProperty("status").GetString().ShouldBe("failed");
    }

    [Fact]
    public async Task A_delivery_that_comes_again_is_acknowledged_with_the_first_event_and_not_processed_twice()
    {
        var (service, other) = (await scene.ServiceAsync(), await scene.ServiceAsync());
        const string body = """{"user_id":"1"}""";

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.SendAsync("user.created", body, ("X-Delivery-Id", "d-1"))));
        var again = await service.SendAsync("user.created", body, ("X-Webhook-Id", "d-1"));
        var elsewhere = await other.SendAsync("user.created", body, ("X-Delivery-Id", "d-1"));

        var id = all.Append(again).Select(SendingService.EventOf).Distinct().ShouldHaveSingleItem();
        SendingService.EventOf(elsewhere).ShouldNotBe(id);
        await SendingService.EndedAsync(Admin, id, "completed");
        (await service.RecordsAsync(Admin, "users"))["1"].GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("order.shipped", "{}", "ignored")]
    [InlineData("user.created", "[1,2]", "failed")]
    [InlineData("user.created", "\"text\"", "failed")]
    [InlineData("user.created", """{"user_id":{}}""", "failed")]
    [InlineData("order.shipped", "null", "ignored")]
    public async Task Any_type_and_any_JSON_is_stored(string type, string body, string status)
    {
        var service = await scene.ServiceAsync();

        var ended = await SendingService.EndedAsync(
            Admin, SendingService.EventOf(await service.SendAsync(type, body)), "completed", "ignored", "failed", "dead");

        ended.GetProperty("status").GetString().ShouldBe(status);
        ended.GetProperty("payload").GetRawText().ShouldBe(body);
        ended.GetProperty("retry_count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("user.created", "", 400)]
    [InlineData("user.created", "{", 400)]
    [InlineData("user.created", "{} {}", 400)]
    [InlineData("user.created", """{"a":"\ud800"}""", 400)]
    [InlineData("", "{}", 400)]
    [InlineData("two words", "{}", 400)]
    public async Task What_is_no_webhook_is_refused(string type, string body, int status)
    {
        var service = await scene.ServiceAsync();

        var reply = await service.SendAsync(type, body);

        reply.With(status)["status"].ShouldBe("failure");
    }

    [Fact]
    public async Task Deep_JSON_a_long_id_and_a_large_body_are_refused()
    {
        var service = await scene.ServiceAsync();

        (await service.SendAsync("a.b", new string('[', 65) + new string(']', 65))).With(400);
        (await service.SendAsync("a.b", "{}", ("X-Delivery-Id", new string('x', 256)))).With(400);
        (await service.SendAsync("a.b", $"\"{new string('x', 1_100_000)}\"")).With(413);
        (await service.SendAsync(new string('x', 101), "{}")).With(400);
    }

    [Fact]
    public async Task Unknown_and_inactive_services_and_unknown_tenants_take_nothing()
    {
        var service = await scene.ServiceAsync();
        SendingService.EventOf(await service.SendAsync("a.b", "{}"));

        (await (service with { Name = "nobody" }).SendAsync("a.b", "{}")).With(404)["error"].ShouldBe("Service not found");
        (await service.SendAsync("a.b", "{}", ("X-Tenant-Domain", "nowhere"))).With(404);
        (await Admin.PutReplyAsync($"/api/integrations/services/{service.Id}", new { is_active = false })).With(200);
        (await service.SendAsync("a.b", "{}")).With(404);
    }

    [Fact]
    public async Task Only_an_event_that_was_given_up_is_tried_again()
    {
        var service = await scene.ServiceAsync();
        var (failed, done) = (
            SendingService.EventOf(await service.SendAsync("user.created", "{}")), SendingService.EventOf(await service.SendAsync("order.shipped", "{}")));
        var reason = (await SendingService.EndedAsync(Admin, failed, "failed")).GetProperty("error_message").GetString();
        await SendingService.EndedAsync(Admin, done, "ignored");

        reason.ShouldBe("The payload has no id: user_id, id as text or a whole number");
        (await Admin.PostReplyAsync($"/api/integrations/webhook-events/{failed}/retry", null)).With(200);
        await SendingService.EndedAsync(Admin, failed, "failed");
        (await Admin.PostReplyAsync($"/api/integrations/webhook-events/{done}/retry", null)).With(409);
        (await Admin.PostReplyAsync($"/api/integrations/webhook-events/{Guid.NewGuid()}/retry", null)).With(404);
    }

    private async Task EndedAsync(SendingService service, string type, string body) =>
        (await SendingService.EndedAsync(Admin, SendingService.EventOf(await service.SendAsync(type, body)), "completed", "failed", "dead"))
            .GetProperty("status").GetString().ShouldBe("completed");
}
