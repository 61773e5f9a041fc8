using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>What a session remembers between the start of an authorization and its callback.</summary>
public sealed class PendingAuthorizationTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Begun_authorization_is_handed_out_with_what_it_was_begun_with()
    {
        var session = Given.Session();
        var begun = Given.Pending("one");
        session.BeginAuthorization(begun, Now).Required();

        session.ConsumeAuthorization("one", Now).Required().ShouldBe(begun);
    }

    [Fact]
    public void Replayed_state_is_refused()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();
        session.ConsumeAuthorization("one", Now).Required();

        session.ConsumeAuthorization("one", Now).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public void Unknown_state_is_refused_and_takes_nothing_with_it()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();

        session.ConsumeAuthorization("other", Now).Error.ShouldBe(ToolSessionErrors.StateUnknown);

        session.ConsumeAuthorization("one", Now).Error.ShouldBeNull();
    }

    [Fact]
    public void Two_authorizations_wait_side_by_side()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();
        session.BeginAuthorization(Given.Pending("two"), Now).Required();

        session.ConsumeAuthorization("one", Now).Error.ShouldBeNull();
        session.ConsumeAuthorization("two", Now).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    [InlineData(601, false)]
    public void State_lives_for_ten_minutes(int seconds, bool isGood)
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();

        var result = session.ConsumeAuthorization("one", Now.AddSeconds(seconds));

        (result.Error is null).ShouldBe(isGood);
    }

    [Fact]
    public void Expired_state_stays_refused_when_the_clock_goes_back()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();
        session.ConsumeAuthorization("one", Now.AddMinutes(10));

        session.ConsumeAuthorization("one", Now).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public void Sixth_authorization_pushes_out_the_oldest()
    {
        var session = Given.Session();
        foreach (var name in new[] { "1", "2", "3", "4", "5", "6" }) session.BeginAuthorization(Given.Pending(name), Now).Required();

        session.Snapshot.Pending.Length.ShouldBe(ToolSession.MaximumPendingAuthorizations);
        session.ConsumeAuthorization("1", Now).Error.ShouldBe(ToolSessionErrors.StateUnknown);
        session.ConsumeAuthorization("2", Now).Error.ShouldBeNull();
        session.ConsumeAuthorization("6", Now).Error.ShouldBeNull();
    }

    [Fact]
    public void Expired_authorizations_give_way_before_living_ones()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("living"), Now).Required();
        foreach (var name in new[] { "2", "3", "4", "5" }) session.BeginAuthorization(Given.Pending(name, Now.AddMinutes(1)), Now).Required();

        session.BeginAuthorization(Given.Pending("6", Now.AddMinutes(15)), Now.AddMinutes(5)).Required();

        session.Snapshot.Pending.Select(pending => pending.NonceHash).ShouldBe(["living", "6"]);
    }

    [Fact]
    public void Begun_authorization_does_not_touch_the_connection()
    {
        var credential = Given.Credential();
        var session = Given.Session(credential);

        session.BeginAuthorization(Given.Pending("one"), Now).Required();

        session.Lease("list_items", TimeSpan.Zero, Now).Required().Lease.Credential.ShouldBe(credential);
    }
}
