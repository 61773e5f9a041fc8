using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>What becomes of a session when its credential was refreshed, or was not.</summary>
public sealed class RefreshTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;
    private static readonly Error Down = ToolSessionErrors.RefreshFailed("github");
    private static readonly Error RefusedForGood = ToolSessionErrors.NeedsReconnect(Given.SessionId());

    [Fact]
    public void Renewed_credential_is_held_and_handed_out()
    {
        var (session, held) = Connected(expiresIn: 30);
        var renewed = Given.Credential(expiresIn: 3600);

        Apply(session, held, renewed).Required().Credential.ShouldBe(renewed);

        session.Snapshot.Credential.ShouldBe(renewed);
    }

    [Fact]
    public void Refresh_that_comes_late_changes_nothing_and_hands_out_the_newer_credential()
    {
        var (session, held) = Connected(expiresIn: 30);
        var newer = Given.Credential();
        session.Connect(newer, Now).Required();

        Apply(session, held, Given.Credential()).Required().Credential.ShouldBe(newer);

        session.Snapshot.Credential.ShouldBe(newer);
    }

    [Fact]
    public void Refusal_that_comes_late_does_not_hit_the_newer_credential()
    {
        var (session, held) = Connected(expiresIn: 30);
        session.Connect(Given.Credential(), Now).Required();

        Apply(session, held, RefusedForGood).Error.ShouldBeNull();

        session.Snapshot.NeedsReconnect.ShouldBeFalse();
    }

    [Fact]
    public void Late_refresh_of_a_session_that_needs_a_new_connection_says_so()
    {
        var (session, held) = Connected(expiresIn: 30);
        var newer = Given.Credential();
        session.Connect(newer, Now).Required();
        session.RejectCredential(newer.Id, Now).Required();

        Apply(session, held, Given.Credential()).Error!.Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);
    }

    [Fact]
    public void Refresh_after_the_disconnection_does_not_bring_the_session_back()
    {
        var (session, held) = Connected(expiresIn: 30);
        session.Disconnect().Required();

        Apply(session, held, Given.Credential()).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(session.Id));

        session.Snapshot.Credential.ShouldBeNull();
    }

    [Fact]
    public void Token_endpoint_that_is_down_lets_a_living_token_run()
    {
        var (session, held) = Connected(expiresIn: 30);

        Apply(session, held, Down).Required().Credential.ShouldBe(held);

        session.Snapshot.RefreshFailed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public void Token_endpoint_that_is_down_stops_an_ended_token(int expiresIn)
    {
        var (session, held) = Connected(expiresIn);

        Apply(session, held, Down).Error.ShouldBe(Down);

        session.Snapshot.NeedsReconnect.ShouldBeFalse();
    }

    [Fact]
    public void Token_endpoint_that_is_down_stops_a_token_that_the_service_has_refused()
    {
        var (session, held) = Connected(expiresIn: 3600);

        Apply(session, held, Down, wasRejected: true).Error.ShouldBe(Down);
    }

    [Fact]
    public void Refresh_refused_for_good_needs_a_new_connection()
    {
        var (session, held) = Connected(expiresIn: 30);
        Apply(session, held, Down);

        Apply(session, held, RefusedForGood).Error.ShouldBe(RefusedForGood);

        session.Snapshot.NeedsReconnect.ShouldBeTrue();
        session.Snapshot.RefreshFailed.ShouldBeFalse();
        session.Snapshot.Credential.ShouldBe(held);
    }

    [Fact]
    public void Refresh_that_works_again_clears_the_failure()
    {
        var (session, held) = Connected(expiresIn: 30);
        Apply(session, held, Down);

        Apply(session, held, Given.Credential()).Error.ShouldBeNull();

        session.Snapshot.RefreshFailed.ShouldBeFalse();
    }

    [Fact]
    public void Refreshed_session_keeps_its_switches()
    {
        var (session, held) = Connected(expiresIn: 30);
        session.SetActionEnabled("list_items", false).Required();

        Apply(session, held, Given.Credential()).Error.ShouldBeNull();

        session.Snapshot.DisabledActions.ShouldBe(["list_items"]);
        session.Snapshot.ConnectedAt.ShouldBe(Now);
    }

    [Fact]
    public void Second_claim_is_refused_while_the_first_may_be_answered()
    {
        var (session, held) = Connected(expiresIn: 30);
        session.ClaimRefresh(ClaimOf(held), _ => false).Required();

        session.ClaimRefresh(ClaimOf(held, "two"), _ => false).Error.ShouldBe(ToolSessionErrors.RefreshElsewhere("github"));

        session.Snapshot.Refresh!.Holder.ShouldBe("one");
    }

    [Fact]
    public void Answer_to_a_claim_that_was_taken_over_changes_nothing()
    {
        var (session, held) = Connected(expiresIn: 30);
        var first = ClaimOf(held);
        session.ClaimRefresh(first, _ => false).Required();
        session.ClaimRefresh(ClaimOf(held, "two"), _ => true).Required();

        session.ApplyRefresh(first, Given.Credential(), wasRejected: false, Now).Error.ShouldBe(ToolSessionErrors.RefreshElsewhere("github"));

        session.Snapshot.Credential.ShouldBe(held);
        session.Snapshot.Refresh!.Holder.ShouldBe("two");
    }

    [Fact]
    public void Outcome_ends_the_claim_whatever_it_is()
    {
        foreach (var outcome in (Result<StoredCredential>[])[Given.Credential(), ToolSessionErrors.RefreshFailed("github")])
        {
            var (session, held) = Connected(expiresIn: 30);
            var claim = ClaimOf(held);
            session.ClaimRefresh(claim, _ => false).Required();

            _ = session.ApplyRefresh(claim, outcome, wasRejected: false, Now);

            session.Snapshot.Refresh.ShouldBeNull();
        }
    }

    [Fact]
    public void New_connection_ends_the_claim_on_the_old_one()
    {
        var (session, held) = Connected(expiresIn: 30);
        session.ClaimRefresh(ClaimOf(held), _ => false).Required();

        session.Connect(Given.Credential(), Now).Required();

        session.Snapshot.Refresh.ShouldBeNull();
    }

    private static (ToolSession Session, StoredCredential Held) Connected(int expiresIn)
    {
        var held = Given.Credential(expiresIn);
        return (Given.Session(held), held);
    }

    private static Result<ToolSessionLease> Apply(ToolSession session, StoredCredential used, Result<StoredCredential> outcome, bool wasRejected = false) =>
        session.ApplyRefresh(ClaimOf(used), outcome, wasRejected, Now);

    private static RefreshClaim ClaimOf(StoredCredential used, string holder = "one") => new(used.Id, Guid.NewGuid(), holder, Now.AddMinutes(1));
}
