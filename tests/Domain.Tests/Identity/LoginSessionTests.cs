using System.Text;
using ModuleX.Domain.Identity;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Identity;

public sealed class LoginSessionTests
{
    private static readonly DateTimeOffset Now = ManualTime.Start;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    [Fact]
    public void New_session_lasts_as_long_as_its_refresh_token()
    {
        var session = Create();

        (session.IsLiveAt(Now), session.IsLiveAt(Now + Lifetime - TimeSpan.FromTicks(1)), session.IsLiveAt(Now + Lifetime)).ShouldBe((true, true, false));
        (session.CreatedAt, session.LastActivityAt, session.EndedAt, session.EndReason).ShouldBe((Now, Now, null, null));
    }

    [Fact]
    public void Refreshed_session_lasts_its_whole_time_again()
    {
        var session = Create();

        session.Extend(Now.AddDays(6));

        (session.LastActivityAt, session.ExpiresAt, session.CreatedAt).ShouldBe((Now.AddDays(6), Now.AddDays(13), Now));
    }

    [Fact]
    public void Session_ends_once()
    {
        var session = Create();

        session.End(LoginEndings.TokenReused, Now.AddHours(1));
        session.End(LoginEndings.Logout, Now.AddHours(2));

        (session.EndedAt, session.EndReason, session.IsLiveAt(Now.AddHours(1))).ShouldBe((Now.AddHours(1), LoginEndings.TokenReused, false));
    }

    [Fact]
    public void Ended_session_is_not_woken_by_a_refresh()
    {
        var session = Create();
        session.End(LoginEndings.Logout, Now);

        session.Extend(Now.AddHours(1));

        session.IsLiveAt(Now.AddHours(1)).ShouldBeFalse();
    }

    [Fact]
    public void Session_that_once_rotates_always_does()
    {
        var session = Create(keepsRefreshToken: true);

        session.Rotate();

        session.KeepsRefreshToken.ShouldBeFalse();
    }

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    public void Long_agent_is_cut_into_text_that_every_database_takes(int letters)
    {
        var agent = Create(new string('a', letters) + "😀 and more").UserAgent!;

        agent.Length.ShouldBeInRange(511, LoginSession.MaximumAgentLength);
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(agent).ShouldBe(agent.Length);
    }

    private static LoginSession Create(string? agent = "a browser", bool keepsRefreshToken = false) => new(
        new LoginSessionId(Guid.NewGuid()), Given.Tenant, new UserId(Guid.NewGuid()), Given.Organization, "127.0.0.1", agent, keepsRefreshToken,
        TimeSpan.FromMinutes(30), Lifetime, Now);
}
