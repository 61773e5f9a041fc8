using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>Connecting, switching and disconnecting.</summary>
public sealed class ConnectionTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    [Fact]
    public void Connected_session_holds_the_credential_and_is_on()
    {
        var credential = Given.Credential();
        var session = Given.Session();

        session.Connect(credential, Now).Required();

        session.Snapshot.Credential.ShouldBe(credential);
        session.Snapshot.IsActive.ShouldBeTrue();
        session.Snapshot.ConnectedAt.ShouldBe(Now);
    }

    [Fact]
    public void Reconnected_session_keeps_its_switches()
    {
        var session = Given.Session(Given.Credential());
        session.SetActive(false).Required();
        session.SetActionEnabled("delete_repository", false).Required();

        session.Connect(Given.Credential(), Now).Required();

        session.Snapshot.IsActive.ShouldBeFalse();
        session.Snapshot.DisabledActions.ShouldBe(["delete_repository"]);
    }

    [Fact]
    public void Reconnected_session_forgets_that_its_credential_was_refused()
    {
        var refused = Given.Credential();
        var session = Given.Session(refused);
        session.RejectCredential(refused.Id, Now).Required();

        session.Connect(Given.Credential(), Now).Required();

        session.Lease("list_items", TimeSpan.Zero, Now).Error.ShouldBeNull();
    }

    [Fact]
    public void Connection_has_the_label_that_came_with_its_credential_and_none_of_a_credential_before()
    {
        var session = Given.Session();

        session.Connect(Given.Credential(), Now, "ada").Required();
        session.Snapshot.Label.ShouldBe("ada");
        session.Connect(Given.Credential(), Now).Required();

        session.Snapshot.Label.ShouldBeNull();
    }

    [Fact]
    public void Late_label_does_not_name_the_credential_that_came_after()
    {
        var (replaced, held) = (Given.Credential(), Given.Credential());
        var session = Given.Session(replaced);
        session.Connect(held, Now).Required();

        session.Change(new ConnectionChange(Label: new(replaced.Id, "ada")), Now).Required();
        session.Snapshot.Label.ShouldBeNull();
        session.Change(new ConnectionChange(Label: new(held.Id, "bob")), Now).Required();

        session.Snapshot.Label.ShouldBe("bob");
    }

    [Fact]
    public void Late_rejection_does_not_hit_the_credential_that_came_after()
    {
        var refused = Given.Credential();
        var session = Given.Session(refused);
        session.Connect(Given.Credential(), Now).Required();

        session.RejectCredential(refused.Id, Now).Required();

        session.Snapshot.NeedsReconnect.ShouldBeFalse();
    }

    [Fact]
    public void Disconnected_session_gives_back_what_it_held_and_keeps_nothing()
    {
        var credential = Given.Credential();
        var session = Given.Session(credential);
        session.SetActive(false).Required();
        session.SetActionEnabled("list_items", false).Required();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();

        session.Disconnect().Required().ShouldBe(credential);

        (session.Snapshot with { Event = null }).ShouldBe(ToolSessionSnapshot.Empty(session.Id));
    }

    [Fact]
    public void Authorization_begun_before_the_disconnection_can_not_be_completed()
    {
        var session = Given.Session(Given.Credential());
        session.BeginAuthorization(Given.Pending("one"), Now).Required();
        session.Disconnect().Required();

        session.ConsumeAuthorization("one", Now).Error.ShouldBe(ToolSessionErrors.StateUnknown);
    }

    [Fact]
    public void Disconnected_session_keeps_its_version_so_that_its_removal_can_lose_a_race()
    {
        var session = new ToolSession(ToolSessionSnapshot.Empty(Given.SessionId()) with { Credential = Given.Credential(), Version = 7 });

        session.Disconnect().Required();

        session.Snapshot.Version.ShouldBe(7);
    }

    [Fact]
    public void Nothing_can_be_switched_or_disconnected_before_the_connection()
    {
        var session = Given.Session();
        var expected = ToolSessionErrors.NotConnected(session.Id);

        session.SetActive(true).Error.ShouldBe(expected);
        session.SetActionEnabled("list_items", true).Error.ShouldBe(expected);
        session.Disconnect().Error.ShouldBe(expected);
        session.Snapshot.ShouldBe(ToolSessionSnapshot.Empty(session.Id));
    }

    [Fact]
    public void Disabling_twice_and_enabling_once_enables()
    {
        var session = Given.Session(Given.Credential());
        session.SetActionEnabled("list_items", false).Required();
        session.SetActionEnabled("list_items", false).Required();

        session.SetActionEnabled("list_items", true).Required();

        session.Snapshot.DisabledActions.ShouldBeEmpty();
    }

    [Fact]
    public void Refusals_name_the_owner_as_the_caller_does()
    {
        var session = Given.Session();

        session.Disconnect().Error!.Message.ShouldBe("Tool github not found or not authenticated for user ada");
        session.Lease("list_items", TimeSpan.Zero, Now).Error!.Message.ShouldBe("User ada not authenticated for github. Please complete authentication.");
    }
}
