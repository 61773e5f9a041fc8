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
        session.RejectCredential(newer.Id).Required();

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

    private static (ToolSession Session, StoredCredential Held) Connected(int expiresIn)
    {
        var held = Given.Credential(expiresIn);
        return (Given.Session(held), held);
    }

    private static Result<ToolSessionLease> Apply(ToolSession session, StoredCredential used, Result<StoredCredential> outcome, bool wasRejected = false) =>
        session.ApplyRefresh(used.Id, outcome, wasRejected, Now);
}
