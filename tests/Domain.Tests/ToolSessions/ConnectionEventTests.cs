using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>What others are told of a connection: once for each thing that happens to it, and nothing of what happens all the time.</summary>
public sealed class ConnectionEventTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;
    private static readonly Error Down = ToolSessionErrors.RefreshFailed("github");
    private static readonly Error RefusedForGood = ToolSessionErrors.NeedsReconnect(Given.SessionId());

    private ToolSessionSnapshot _stored = ToolSessionSnapshot.Empty(Given.SessionId());

    [Fact]
    public void First_connection_is_told() =>
        Told(session => session.Connect(Given.Credential(), Now)).ShouldBe(new(ConnectionEventKind.Created, null));

    [Fact]
    public void Connection_that_takes_the_place_of_a_good_one_is_not()
    {
        Connected();

        Told(session => session.Connect(Given.Credential(), Now)).ShouldBeNull();
    }

    [Fact]
    public void Connection_after_one_that_was_refused_is_told()
    {
        var held = Connected();
        Told(session => session.RejectCredential(held.Id, Now)).ShouldBe(new(ConnectionEventKind.NeedsReconnect, RefusedForGood));

        Told(session => session.Connect(Given.Credential(), Now)).ShouldBe(new(ConnectionEventKind.Created, null));
    }

    [Fact]
    public void Disconnection_is_told()
    {
        Connected();

        Told(session => session.Disconnect()).ShouldBe(new(ConnectionEventKind.Deleted, null));
    }

    [Fact]
    public void Renewal_is_not_told()
    {
        var held = Connected(expiresIn: 30);
        var claim = Claim(held);

        Told(session => session.ClaimRefresh(claim, _ => false)).ShouldBeNull();
        Told(session => session.ApplyRefresh(claim, Given.Credential(expiresIn: 3600), false, Now)).ShouldBeNull();
    }

    [Fact]
    public void First_refresh_that_fails_is_told_and_those_after_it_are_not_until_one_works()
    {
        var (held, renewed) = (Connected(expiresIn: 30), Given.Credential(expiresIn: 30));

        Told(session => session.ApplyRefresh(Claim(held), Down, false, Now)).ShouldBe(new(ConnectionEventKind.RefreshFailed, Down));
        Told(session => session.ApplyRefresh(Claim(held), Down, false, Now)).ShouldBeNull();
        Told(session => session.ApplyRefresh(Claim(held), renewed, false, Now)).ShouldBeNull();
        Told(session => session.ApplyRefresh(Claim(renewed), Down, false, Now)).ShouldBe(new(ConnectionEventKind.RefreshFailed, Down));
    }

    [Fact]
    public void Refusal_for_good_is_told_once()
    {
        var held = Connected(expiresIn: 30);

        Told(session => session.ApplyRefresh(Claim(held), RefusedForGood, false, Now)).ShouldBe(new(ConnectionEventKind.NeedsReconnect, RefusedForGood));
        Told(session => session.ApplyRefresh(Claim(held), RefusedForGood, false, Now)).ShouldBeNull();
        Told(session => session.RejectCredential(held.Id, Now)).ShouldBeNull();
    }

    [Fact]
    public void Switches_are_not_told()
    {
        Connected();

        Told(session => session.SetActive(false)).ShouldBeNull();
        Told(session => session.SetActionEnabled("create_issue", false)).ShouldBeNull();
        Told(session => session.BeginAuthorization(Given.Pending("ab12"), Now)).ShouldBeNull();
    }

    /// <summary>What one change tells, made as hosts make it: on a copy, which is then stored.</summary>
    private ConnectionEvent? Told<T>(Func<ToolSession, Result<T>> change)
    {
        var copy = new ToolSession(_stored);
        change(copy);
        _stored = copy.Snapshot with { Event = null };
        return copy.Snapshot.Event;
    }

    private StoredCredential Connected(int? expiresIn = null)
    {
        var held = Given.Credential(expiresIn);
        Told(session => session.Connect(held, Now));
        return held;
    }

    private static RefreshClaim Claim(StoredCredential held) => new(held.Id, Guid.NewGuid(), "node", Now.AddMinutes(1));
}
