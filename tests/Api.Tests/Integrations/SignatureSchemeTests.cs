using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>Services that sign as GitHub, Slack, Stripe and others do, without a header of ours.</summary>
public sealed class SignatureSchemeTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    private const string Path = "/api/integrations/services/";

    private static string Now => $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    private HttpClient Admin => scene.Admin.Client;

    [Fact]
    public async Task GitHubs_own_webhook_is_taken_once_with_its_event_and_delivery()
    {
        var service = await ServiceAsync(new { scheme = "github" });
        const string body = """{"zen":"Keep it logically awesome."}""";
        (string, string)[] headers =
            [("X-GitHub-Event", "ping"), ("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958"),
                ("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(service.Mac(body)))];

        var first = SendingService.EventOf(await service.SendAsIsAsync(body, headers));

        SendingService.EventOf(await service.SendAsIsAsync(body, headers)).ShouldBe(first);
        (await SendingService.EndedAsync(Admin, first, "ignored")).GetProperty("event_type").GetString().ShouldBe("ping");
        (await service.SendAsIsAsync(body.Replace("logically", "mostly", StringComparison.Ordinal), headers)).With(401)["error"].ShouldBe("Invalid signature");
        (await service.SendAsIsAsync(body, headers[0], headers[1], service.Signed(body))).With(401)["error"].ShouldBe("A signature is required");
    }

    [Fact]
    public async Task Slacks_challenge_is_answered_once_it_is_verified_and_its_events_are_taken_once()
    {
        var service = await ServiceAsync(new { scheme = "slack" });
        const string challenge = """{"token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""";
        const string body = """{"type":"event_callback","event_id":"Ev08MFMKH6","event":{"type":"app_mention","text":"hi"}}""";

        var answer = (await service.SendAsIsAsync(challenge, SlackSigned(service, challenge))).With(200);
        var forged = await service.SendAsIsAsync(challenge, SlackSigned(service with { Secret = SendingServices.NewSecret() }, challenge));
        var first = SendingService.EventOf(await service.SendAsIsAsync(body, SlackSigned(service, body)));

        (answer.ContentType, answer.Text).ShouldBe(("text/plain", "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"));
        forged.With(401)["error"].ShouldBe("Invalid signature");
        forged.Text.ShouldNotContain("3eZbrw");
        SendingService.EventOf(await service.SendAsIsAsync(body, SlackSigned(service, body))).ShouldBe(first);
        (await SendingService.EndedAsync(Admin, first, "ignored")).GetProperty("event_type").GetString().ShouldBe("app_mention");
        (await EventTypesAsync(service)).ShouldBe(["app_mention"]);
    }

    [Fact]
    public async Task Slacks_old_timestamp_is_refused_though_it_is_signed()
    {
        var service = await ServiceAsync(new { scheme = "slack" });
        const string body = """{"type":"event_callback","event":{"type":"app_mention"}}""";

        var old = await service.SendAsIsAsync(body, SlackSigned(service, body, $"{DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds()}"));

        old.With(401)["error"].ShouldBe("X-Slack-Request-Timestamp is too old, in the future, or no time");
        (await EventTypesAsync(service)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stripes_event_is_named_by_its_body()
    {
        var service = await ServiceAsync(new { scheme = "stripe" }, "whsec_no.base64.at.all");
        const string body = """{"id":"evt_1","object":"event","type":"invoice.paid"}""";
        var time = Now;
        var header = ("Stripe-Signature", $"t={time},v1={new string('0', 64)},v1={Convert.ToHexStringLower(service.Mac($"{time}.{body}"))}");

        var first = SendingService.EventOf(await service.SendAsIsAsync(body, header, ("X-Event-Type", "user.deleted")));

        SendingService.EventOf(await service.SendAsIsAsync(body, header)).ShouldBe(first);
        (await EventTypesAsync(service)).ShouldBe(["invoice.paid"]);
    }

    [Fact]
    public async Task A_service_says_where_signature_event_and_delivery_are()
    {
        var shop = await ServiceAsync(
            new { scheme = "hmac-sha256", header = "X-Shop-Hmac", encoding = "base64", @event = "X-Shop-Topic", delivery = "$.meta.id" });
        var lab = await ServiceAsync(new { scheme = "token", header = "X-Gitlab-Token", @event = "$.kind" });
        const string body = """{"meta":{"id":7},"kind":"push"}""";

        var ordered = await shop.SendAsIsAsync(body, ("X-Shop-Hmac", Convert.ToBase64String(shop.Mac(body))), ("X-Shop-Topic", "orders/create"));
        var pushed = await lab.SendAsIsAsync(body, ("X-Gitlab-Token", lab.Secret!));

        SendingService.EventOf(await shop.SendAsIsAsync(body, ("X-Shop-Hmac", Convert.ToBase64String(shop.Mac(body))),
            ("X-Shop-Topic", "orders/create"))).ShouldBe(SendingService.EventOf(ordered));
        SendingService.EventOf(pushed);
        (await EventTypesAsync(shop)).ShouldBe(["orders/create"]);
        (await EventTypesAsync(lab)).ShouldBe(["push"]);
        (await shop.SendAsIsAsync(body, ("X-Shop-Hmac", Convert.ToBase64String(shop.Mac(body))))).With(400)["error"]
            .ShouldBe("The header X-Shop-Topic is required");
        (await lab.SendAsIsAsync("{}", ("X-Gitlab-Token", lab.Secret!))).With(400)["error"].ShouldBe("The body has no type of the event at $.kind");
        (await lab.SendAsIsAsync(body, ("X-Gitlab-Token", "another"))).With(401);
    }

    [Fact]
    public async Task The_scheme_is_shown_and_changed_together_with_its_secret()
    {
        var service = await ServiceAsync(new { scheme = "github" });
        var (path, secret) = (Path + service.Id, SendingServices.NewSecret());

        (await Admin.GetReplyAsync(path)).With(200).Json.GetProperty("data").GetProperty("signature").GetRawText().ShouldBe("""{"scheme":"github"}""");
        (await Admin.PutReplyAsync(path, new { is_active = true })).With(200).Json.GetProperty("data").GetProperty("signature").GetRawText()
            .ShouldBe("""{"scheme":"github"}""");
        (await Admin.PutReplyAsync(path, new { signature = new { scheme = "slack" } })).With(400)["error"]!.ShouldContain("needs a secret");
        (await Admin.PutReplyAsync(path, new { secret = "" })).With(400)["error"]!.ShouldContain("needs a secret");
        var changed = (await Admin.PutReplyAsync(path, new { secret, signature = new { scheme = "hmac-sha256", header = "X-Sign" } }))
            .With(200).Json.GetProperty("data");
        changed.GetProperty("signature").GetRawText().ShouldBe("""{"scheme":"hmac-sha256","header":"X-Sign","encoding":"hex"}""");
        var back = (await Admin.PutReplyAsync(path, new { secret = "", signature = new { scheme = "default" } })).With(200).Json.GetProperty("data");
        (back.TryGetProperty("signature", out _), back.GetProperty("has_secret").GetBoolean()).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("""{"scheme":"github"}""", null, "needs a secret")]
    [InlineData("""{"scheme":"md5"}""", "a secret that is long", "must be one of")]
    [InlineData("""{"scheme":"hmac-sha256"}""", "a secret that is long", "needs the header")]
    [InlineData("""{"scheme":"hmac-sha256","header":"two words"}""", "a secret that is long", "a header's name")]
    [InlineData("""{"scheme":"hmac-sha256","header":"X-Sign","encoding":"base32"}""", "a secret that is long", "must be one of hex, base64")]
    [InlineData("""{"scheme":"github","header":"X-Sign"}""", "a secret that is long", "Only hmac-sha256 and token")]
    [InlineData("""{"scheme":"token","header":"X-Sign","encoding":"hex"}""", "a secret that is long", "Only hmac-sha256 has")]
    [InlineData("""{"scheme":"stripe","event":"$.items[*]"}""", "a secret that is long", "JSONPath of one value")]
    [InlineData("""{"scheme":"default","event":"$.type"}""", "a secret that is long", "X-Event-Type")]
    [InlineData("""{"scheme":"standard-webhooks"}""", "whsec_%%%%%%%%", "base64")]
    [InlineData("""{"scheme":"token","headr":"X-Sign"}""", "a secret that is long", "unknown member at $.signature.headr")]
    public async Task A_way_to_sign_that_could_not_work_is_refused(string signature, string? secret, string sentence)
    {
        var ending = secret is null ? "" : $",\"secret\":\"{secret}\"";
        var body = $$"""{"name":"{{AuthXScene.NewName("service")}}","base_url":"https://a.example","signature":{{signature}}{{ending}}}""";

        (await Admin.PostReplyAsync(Path, body)).With(400)["error"]!.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_misspelt_security_setting_of_a_service_is_refused_and_not_lost()
    {
        var service = await scene.ServiceAsync();
        var created = await Admin.PostReplyAsync(
            Path, new { name = AuthXScene.NewName("service"), base_url = "https://a.example", secert = "a secret that is long" });
        var changed = await Admin.PutReplyAsync(Path + service.Id, new { secert = "a secret that is long" });

        created.With(400)["error"].ShouldBe("The request body has an unknown member at $.secert");
        changed.With(400)["error"].ShouldBe("The request body has an unknown member at $.secert");
    }

    private static (string, string)[] SlackSigned(SendingService service, string body, string? time = null)
    {
        var timestamp = time ?? Now;
        return [("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(service.Mac($"v0:{timestamp}:{body}")))];
    }

    private Task<SendingService> ServiceAsync(object signature, string? secret = null) =>
        scene.ServiceAsync(secret ?? SendingServices.NewSecret(), signature: signature);

    private async Task<string[]> EventTypesAsync(SendingService service) =>
        [.. (await Admin.GetReplyAsync($"/api/integrations/webhook-events/?service={service.Name}")).With(200).Json.GetProperty("data").GetProperty("results")
            .EnumerateArray().Select(happened => happened.GetProperty("event_type").GetString()!)];
}
