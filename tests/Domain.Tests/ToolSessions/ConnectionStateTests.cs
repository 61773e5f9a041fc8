using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>The state that people are shown.</summary>
public sealed class ConnectionStateTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;

    private static readonly ToolSessionSnapshot Empty = ToolSessionSnapshot.Empty(Given.SessionId());

    [Fact]
    public void Session_that_holds_nothing_is_disconnected() => StateOf(Empty).ShouldBe(ConnectionState.Disconnected);

    [Fact]
    public void Session_with_a_living_authorization_is_pending() => StateOf(Empty with { Pending = [Given.Pending("one")] }).ShouldBe(ConnectionState.Pending);

    [Fact]
    public void Session_whose_authorizations_have_expired_is_disconnected() =>
        StateOf(Empty with { Pending = [Given.Pending("one", Now)] }).ShouldBe(ConnectionState.Disconnected);

    [Theory]
    [InlineData(null, ConnectionState.Active)]
    [InlineData(61, ConnectionState.Active)]
    [InlineData(60, ConnectionState.Expiring)]
    [InlineData(-1, ConnectionState.Expiring)]
    public void Connected_session_is_active_until_its_token_nears_the_end(int? expiresIn, ConnectionState state) =>
        StateOf(Empty with { Credential = Given.Credential(expiresIn) }).ShouldBe(state);

    [Fact]
    public void Connected_session_with_another_authorization_under_way_stays_active() =>
        StateOf(Empty with { Credential = Given.Credential(), Pending = [Given.Pending("one")] }).ShouldBe(ConnectionState.Active);

    [Fact]
    public void Failed_refresh_shows() =>
        StateOf(Empty with { Credential = Given.Credential(1), RefreshFailed = true }).ShouldBe(ConnectionState.RefreshFailed);

    [Fact]
    public void Needed_reconnection_outweighs_a_failed_refresh() =>
        StateOf(Empty with { Credential = Given.Credential(), RefreshFailed = true, NeedsReconnect = true }).ShouldBe(ConnectionState.NeedsReconnect);

    private static ConnectionState StateOf(ToolSessionSnapshot session) => session.StateAt(Now, TimeSpan.FromSeconds(60));
}
