using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.OutgoingWebhooks;

/// <summary>The rules of an endpoint that is sent events.</summary>
public sealed class OutgoingWebhookTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Old_secret_signs_for_a_day_beside_the_new_one()
    {
        var webhook = Webhook();
        webhook.Rotate(Given.Secret("new"), Now);

        webhook.SecretsAt(Now.AddHours(23.9)).ShouldBe([Given.Secret("new"), Given.Secret("old")], new ByCipher());
        webhook.SecretsAt(Now.AddHours(24)).ShouldBe([Given.Secret("new")], new ByCipher());
    }

    [Fact]
    public void Secret_before_the_last_one_ends_at_once()
    {
        var webhook = Webhook();
        webhook.Rotate(Given.Secret("new"), Now);
        webhook.Rotate(Given.Secret("newest"), Now.AddMinutes(1));

        webhook.SecretsAt(Now.AddMinutes(2)).ShouldBe([Given.Secret("newest"), Given.Secret("new")], new ByCipher());
    }

    [Fact]
    public void Endpoint_without_a_choice_wants_everything_and_one_with_a_choice_only_that()
    {
        var webhook = Webhook();
        webhook.Wants(OutgoingEventTypes.RunFailed).ShouldBeTrue();
        webhook.Change(null, null, [OutgoingEventTypes.ConnectionCreated], Now);

        webhook.Wants(OutgoingEventTypes.ConnectionCreated).ShouldBeTrue();
        webhook.Wants(OutgoingEventTypes.RunFailed).ShouldBeFalse();
    }

    [Fact]
    public void Disabled_endpoint_wants_nothing_says_why_and_comes_back()
    {
        var webhook = Webhook();

        webhook.Disable(DisabledReasons.Gone, Now).ShouldBeTrue();
        webhook.Disable(DisabledReasons.ByUser, Now.AddMinutes(1)).ShouldBeFalse();

        (webhook.Wants(OutgoingEventTypes.RunFailed), webhook.DisabledReason, webhook.DisabledAt).ShouldBe((false, DisabledReasons.Gone, Now));
        webhook.Enable(Now.AddMinutes(2));
        (webhook.Wants(OutgoingEventTypes.RunFailed), webhook.DisabledReason, webhook.DisabledAt).ShouldBe((true, null, null));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(64)]
    public void Secret_is_written_as_standard_webhooks_says_and_never_by_accident(int length)
    {
        var key = Enumerable.Range(0, length).Select(number => (byte)number).ToArray();
        var secret = new WebhookSecret(key);

        secret.Reveal().ShouldBe("whsec_" + Convert.ToBase64String(key));
        $"{secret}".ShouldBe("***");
    }

    [Theory]
    [InlineData(23)]
    [InlineData(65)]
    public void Key_of_another_length_is_refused(int length) => Should.Throw<ArgumentException>(() => new WebhookSecret(new byte[length]));

    private static OutgoingWebhook Webhook() => OutgoingWebhook.Create(
        new OutgoingWebhookId(Guid.NewGuid()), Given.Tenant, Given.Organization, "https://hooks.example", "", [], Given.Secret("old"), Now);

    private sealed class ByCipher : IEqualityComparer<SealedSecret>
    {
        public bool Equals(SealedSecret? one, SealedSecret? other) =>
            one!.Cipher.SequenceEqual(other!.Cipher);

        public int GetHashCode(SealedSecret secret) => secret.Cipher.Length;
    }
}
