using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.OutgoingWebhooks;

/// <summary>What becomes of a delivery after its attempts.</summary>
public sealed class OutgoingDeliveryTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Success_ends_it()
    {
        var delivery = Delivery();

        delivery.Apply(Attempt(1, 204, null), TimeSpan.FromSeconds(5), Now);

        (delivery.State, delivery.DueAt, delivery.EndedAt, delivery.Attempts, delivery.LastStatus, delivery.Reason)
            .ShouldBe((DeliveryStates.Delivered, null, Now, 1, 204, null));
    }

    [Fact]
    public void Failure_waits_for_the_next_attempt()
    {
        var delivery = Delivery();

        delivery.Apply(Attempt(1, null, "It did not answer in time"), TimeSpan.FromSeconds(5), Now);

        (delivery.State, delivery.DueAt, delivery.EndedAt, delivery.Failures, delivery.Reason)
            .ShouldBe((DeliveryStates.Pending, Now.AddSeconds(5), null, 1, "It did not answer in time"));
    }

    [Fact]
    public void Last_failure_gives_it_up()
    {
        var delivery = Delivery();

        delivery.Apply(Attempt(8, 500, "It answered with status 500"), null, Now);

        (delivery.State, delivery.DueAt, delivery.EndedAt, delivery.LastStatus).ShouldBe((DeliveryStates.Failed, null, Now, 500));
    }

    [Fact]
    public void Resend_begins_anew_and_goes_on_counting_attempts()
    {
        var delivery = Delivery();
        delivery.Apply(Attempt(8, 500, "It answered with status 500"), null, Now);

        delivery.Resend(Now.AddHours(1));

        (delivery.State, delivery.DueAt, delivery.EndedAt, delivery.Failures, delivery.Attempts, delivery.Reason)
            .ShouldBe((DeliveryStates.Pending, Now.AddHours(1), null, 0, 8, null));
    }

    private static OutgoingDelivery Delivery() => OutgoingDelivery.Of(
        Guid.NewGuid(), OutgoingEvent.Of(Given.Tenant, Given.Organization, OutgoingEventTypes.RunFailed, "{}", Now), new OutgoingWebhookId(Guid.NewGuid()), Now);

    private static DeliveryAttempt Attempt(int number, int? status, string? error) =>
        new(Guid.NewGuid(), Given.Tenant, Guid.NewGuid(), number, Now, 12, status, error, null);
}
