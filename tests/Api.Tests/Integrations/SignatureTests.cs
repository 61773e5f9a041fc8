using System.Security.Cryptography;
using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>A webhook that is not signed with the secret of its service is not stored, and the refusal is recorded.</summary>
public sealed class SignatureTests(AuthXScene scene) : IClassFixture<AuthXScene>
{
    private const string Type = "user.created";
    private const string Body = """{"user_id":"1","email":"ada@example.com"}""";

    private HttpClient Admin => scene.Admin.Client;

    [Fact]
    public async Task A_right_signature_is_taken_with_and_without_its_prefix_and_in_any_case()
    {
        var service = await SignedAsync();
        var (name, signature) = service.Signed(Body);

        SendingService.EventOf(await service.SendAsync(Type, Body, (name, signature)));
        SendingService.EventOf(await service.SendAsync(Type, Body, (name, signature["sha256=".Length..])));
        SendingService.EventOf(await service.SendAsync(Type, Body, (name, signature.ToUpperInvariant())));

        (await CountAsync(service)).ShouldBe(3);
    }

    [Fact]
    public async Task No_signature_a_forged_one_and_a_body_with_another_byte_are_refused_and_nothing_is_stored()
    {
        var service = await SignedAsync();
        var (name, signature) = service.Signed(Body);
        var forged = service with { Secret = SendingServices.NewSecret() };

        await RefusedAsync(service.SendAsync(Type, Body), "A signature is required");
        await RefusedAsync(service.SendAsync(Type, Body, forged.Signed(Body)), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body.Replace("ada", "adb", StringComparison.Ordinal), (name, signature)), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body + " ", (name, signature)), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, (name, signature[..^1])), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, (name, "sha256=")), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, (name, new string('x', 64))), "Invalid signature");

        (await CountAsync(service)).ShouldBe(0);
        scene.ModuleX.Log.Lines.Count(
            line => line.Contains("Refused a webhook", StringComparison.Ordinal) && line.Contains(service.Id, StringComparison.Ordinal)).ShouldBe(7);
    }

    [Fact]
    public async Task Standard_Webhooks_are_verified_over_id_timestamp_and_body()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var service = await scene.ServiceAsync("whsec_" + Convert.ToBase64String(key));
        var (now, id) = (DateTimeOffset.UtcNow, "msg_" + SendingServices.NewSecret());
        var good = service.StandardSigned(id, now, Body, key);

        var first = SendingService.EventOf(await service.SendAsync(Type, Body, good));
        await RefusedAsync(service.SendAsync(Type, Body, [("webhook-id", "msg_other"), good[1], good[2]]), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, [good[0], ("webhook-timestamp", $"{now.ToUnixTimeSeconds() + 1}"), good[2]]), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body.Replace('1', '2'), good), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, good[1], good[2]), "Invalid signature");
        await RefusedAsync(service.SendAsync(Type, Body, good[0], good[1]), "Invalid signature");

        SendingService.EventOf(await service.SendAsync(Type, Body, good)).ShouldBe(first);
        (await CountAsync(service)).ShouldBe(1);
    }

    [Fact]
    public async Task One_of_several_signatures_is_enough_and_a_plain_secret_signs_too()
    {
        var service = await SignedAsync();
        var good = service.StandardSigned("one", DateTimeOffset.UtcNow, Body);
        var other = (service with { Secret = SendingServices.NewSecret() }).StandardSigned("one", DateTimeOffset.UtcNow, Body)[2].Item2;

        SendingService.EventOf(await service.SendAsync(Type, Body, good[0], good[1], ("webhook-signature", $"v2,abc {other} {good[2].Item2}")));
        await RefusedAsync(service.SendAsync(Type, Body, good[0], good[1], ("webhook-signature", $"{other} v1,%%")), "Invalid signature");
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task An_old_timestamp_and_one_of_the_future_are_refused_however_well_they_are_signed(long seconds)
    {
        var service = await SignedAsync();

        await RefusedAsync(service.SendAsync(Type, Body, service.StandardSigned("old", DateTimeOffset.UtcNow.AddSeconds(seconds), Body)),
            "webhook-timestamp is too old, in the future, or no time");

        (await CountAsync(service)).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_kinds_of_signature_both_must_be_right()
    {
        var service = await SignedAsync();
        var (standard, forged) = (
            service.StandardSigned("both", DateTimeOffset.UtcNow, Body), (service with { Secret = SendingServices.NewSecret() }).Signed(Body));

        await RefusedAsync(service.SendAsync(Type, Body, [.. standard, forged]), "Invalid signature");
        SendingService.EventOf(await service.SendAsync(Type, Body, [.. standard, service.Signed(Body)]));
    }

    [Fact]
    public async Task A_changed_secret_counts_at_once_and_is_never_shown()
    {
        var service = await SignedAsync();
        SendingService.EventOf(await service.SendAsync(Type, Body, service.Signed(Body)));
        var next = service with { Secret = SendingServices.NewSecret() };

        var changed = (await Admin.PutReplyAsync($"/api/integrations/services/{service.Id}/", new { secret = next.Secret })).With(200);

        await RefusedAsync(service.SendAsync(Type, Body, service.Signed(Body)), "Invalid signature");
        SendingService.EventOf(await next.SendAsync(Type, Body, next.Signed(Body)));
        changed.Text.ShouldNotContain(next.Secret!);
        (await Admin.GetReplyAsync($"/api/integrations/services/{service.Id}/")).With(200).Text.ShouldNotContain(next.Secret!);
        (await Admin.GetReplyAsync("/api/v1/audit/logs?size=100")).Text.ShouldNotContain(next.Secret!);
        scene.ModuleX.Log.Lines.ShouldAllBe(line => !line.Contains(next.Secret!, StringComparison.Ordinal));
    }

    private Task<SendingService> SignedAsync() => scene.ServiceAsync(SendingServices.NewSecret());

    private static async Task RefusedAsync(Task<Reply> sent, string error)
    {
        var reply = (await sent).With(401);
        reply["status"].ShouldBe("failure");
        reply["error"].ShouldBe(error);
    }

    private async Task<int> CountAsync(SendingService service) =>
        (await Admin.GetReplyAsync($"/api/integrations/webhook-events/?service={service.Name}")).With(200).Json.GetProperty("data")
            .GetProperty("results").GetArrayLength();
}
