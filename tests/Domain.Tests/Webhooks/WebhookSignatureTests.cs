using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Domain.Tests.Webhooks;

/// <summary>The ways to sign, each with the example that its owner has published where there is one.</summary>
public sealed class WebhookSignatureTests
{
    private const string Secret = "a shared secret";
    private const string Body = """{"id":"evt_1","type":"invoice.paid"}""";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Fact]
    public void GitHubs_published_example_is_verified()
    {
        const string signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        Verify(new(ServiceSignature.GitHub), "It's a Secret to Everybody", "Hello, World!", ("X-Hub-Signature-256", signature)).ShouldBeNull();
        Verify(new(ServiceSignature.GitHub), "It's a Secret to Everybody", "Hello, World?", ("X-Hub-Signature-256", signature)).ShouldBe("signature_invalid");
        Verify(new(ServiceSignature.GitHub), "It's a Secret to Everybody", "Hello, World!", ("X-Hub-Signature-256", signature["sha256=".Length..]))
            .ShouldBe("signature_invalid");
        Verify(new(ServiceSignature.GitHub), "It's a Secret to Everybody", "Hello, World!", ("X-Signature", signature)).ShouldBe("signature_missing");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(301, "timestamp_invalid")]
    [InlineData(-301, "timestamp_invalid")]
    public void Slacks_published_example_is_verified_while_it_is_young(int age, string? refusal)
    {
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
            + "&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        (string, string)[] headers = [("X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
            ("X-Slack-Request-Timestamp", "1531420618")];

        var at = DateTimeOffset.FromUnixTimeSeconds(1_531_420_618 + age);

        Verify(new(ServiceSignature.Slack), "8f742231b10e8888abcd99yyyzzz85a5", body, at, headers).ShouldBe(refusal);
    }

    [Fact]
    public void Another_timestamp_than_the_one_that_Slack_signed_is_refused()
    {
        var time = Now.ToUnixTimeSeconds();
        var signature = "v0=" + Convert.ToHexStringLower(Mac($"v0:{time}:{Body}"));

        Verify(new(ServiceSignature.Slack), Secret, Body, ("X-Slack-Signature", signature), ("X-Slack-Request-Timestamp", $"{time}")).ShouldBeNull();
        Verify(new(ServiceSignature.Slack), Secret, Body, ("X-Slack-Signature", signature), ("X-Slack-Request-Timestamp", $"{time + 1}"))
            .ShouldBe("signature_invalid");
        Verify(new(ServiceSignature.Slack), Secret, Body, ("X-Slack-Signature", signature)).ShouldBe("timestamp_invalid");
        Verify(new(ServiceSignature.Slack), Secret, Body, ("X-Slack-Request-Timestamp", $"{time}")).ShouldBe("signature_missing");
    }

    [Fact]
    public void Standard_Webhooks_published_example_is_verified()
    {
        (string, string)[] headers =
            [("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"),
                ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")];
        const string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var at = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

        Verify(new(ServiceSignature.StandardWebhooks), secret, """{"test": 2432232314}""", at, headers).ShouldBeNull();
        Verify(null, secret, """{"test": 2432232314}""", at, headers).ShouldBeNull();
        Verify(new(ServiceSignature.StandardWebhooks), secret, """{"test": 2432232315}""", at, headers).ShouldBe("signature_invalid");
    }

    [Fact]
    public void Document_4s_own_header_does_not_do_for_a_service_that_names_Standard_Webhooks() =>
        Verify(new(ServiceSignature.StandardWebhooks), Secret, Body, ("X-Signature", Convert.ToHexStringLower(Mac(Body)))).ShouldBe("signature_missing");

    [Fact]
    public void One_of_several_signatures_of_Stripe_is_enough_and_an_old_scheme_is_none()
    {
        var time = Now.ToUnixTimeSeconds();
        var (good, other) = (Convert.ToHexStringLower(Mac($"{time}.{Body}")), new string('0', 64));

        Stripe($"t={time},v1={good}").ShouldBeNull();
        Stripe($"t={time},v1={other},v1={good},v0={other}").ShouldBeNull();
        Stripe($"v1={good}, t={time}").ShouldBeNull();
        Stripe($"t={time},v0={good}").ShouldBe("signature_invalid");
        Stripe($"t={time},v1={other}").ShouldBe("signature_invalid");
        Stripe($"t={time - 1},v1={good}").ShouldBe("signature_invalid");
        Stripe($"v1={good}").ShouldBe("timestamp_invalid");
        Stripe("t=now").ShouldBe("timestamp_invalid");

        static string? Stripe(string header) => Verify(new(ServiceSignature.Stripe), Secret, Body, ("Stripe-Signature", header));
    }

    [Fact]
    public void A_timestamp_of_Stripe_that_is_too_old_is_refused_however_well_it_is_signed()
    {
        var time = Now.ToUnixTimeSeconds() - 301;

        Verify(new(ServiceSignature.Stripe), Secret, Body, ("Stripe-Signature", $"t={time},v1={Convert.ToHexStringLower(Mac($"{time}.{Body}"))}"))
            .ShouldBe("timestamp_invalid");
    }

    [Theory]
    [InlineData("sha256=", ServiceSignature.Hex)]
    [InlineData("", ServiceSignature.Hex)]
    [InlineData("sha256=", ServiceSignature.Base64)]
    [InlineData(null, ServiceSignature.Base64)]
    public void A_signature_of_the_body_has_the_prefix_and_encoding_of_its_service(string? prefix, string encoding)
    {
        var form = new ServiceSignature(ServiceSignature.Hmac, "X-Shop-Hmac", prefix, encoding);
        var (right, wrong) = encoding == ServiceSignature.Hex
            ? (Convert.ToHexStringLower(Mac(Body)), Convert.ToBase64String(Mac(Body)))
            : (Convert.ToBase64String(Mac(Body)), Convert.ToHexStringLower(Mac(Body)));

        Verify(form, Secret, Body, ("X-Shop-Hmac", prefix + right)).ShouldBeNull();
        Verify(form, Secret, Body, ("x-shop-hmac", prefix + right)).ShouldBeNull();
        Verify(form, Secret, Body, ("X-Shop-Hmac", prefix + wrong)).ShouldBe("signature_invalid");
        Verify(form, Secret, Body, ("X-Shop-Hmac", $"other={right}")).ShouldBe("signature_invalid");
        Verify(form, "another secret", Body, ("X-Shop-Hmac", prefix + right)).ShouldBe("signature_invalid");
        Verify(form, Secret, Body, ("X-Signature", right)).ShouldBe("signature_missing");
    }

    [Fact]
    public void A_token_is_the_secret_itself()
    {
        var (plain, prefixed) = (
            new ServiceSignature(ServiceSignature.Token, "X-Gitlab-Token"), new ServiceSignature(ServiceSignature.Token, "X-Hook-Auth", "Token "));

        Verify(plain, Secret, Body, ("X-Gitlab-Token", Secret)).ShouldBeNull();
        Verify(plain, Secret, Body, ("X-Gitlab-Token", Secret + "x")).ShouldBe("signature_invalid");
        Verify(plain, Secret, Body, ("X-Gitlab-Token", Secret[..^1])).ShouldBe("signature_invalid");
        Verify(plain, Secret, Body).ShouldBe("signature_missing");
        Verify(prefixed, Secret, Body, ("X-Hook-Auth", "Token " + Secret)).ShouldBeNull();
        Verify(prefixed, Secret, Body, ("X-Hook-Auth", Secret)).ShouldBe("signature_invalid");
    }

    /// <summary>The example of the Standard Webhooks specification.</summary>
    [Fact]
    public void Signature_of_our_own_webhooks_is_that_of_the_specification()
    {
        var key = WebhookSignature.StandardKeyOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"u8);

        WebhookSignature.SignStandard(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    private static byte[] Mac(string signed) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed));

    private static string? Verify(ServiceSignature? form, string secret, string body, params (string Name, string Value)[] headers) =>
        Verify(form, secret, body, Now, headers);

    /// <summary>The code of the refusal; null for none.</summary>
    private static string? Verify(ServiceSignature? form, string secret, string body, DateTimeOffset now, params (string Name, string Value)[] headers)
    {
        var sent = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        return WebhookSignature.Verify(form, Encoding.UTF8.GetBytes(secret), name => sent.GetValueOrDefault(name), Encoding.UTF8.GetBytes(body),
            now).Error?.Code;
    }
}
