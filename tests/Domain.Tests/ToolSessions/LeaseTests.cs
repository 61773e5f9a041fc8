using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.ToolSessions;

/// <summary>Who may run, and with which credential.</summary>
public sealed class LeaseTests
{
    private const string Action = "list_items";

    private static readonly DateTimeOffset Now = ManualTime.Start;
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    [Fact]
    public void Unconnected_session_is_not_found() => ErrorOf(Given.Session()).ShouldBe(ToolSessionErrors.NotAuthenticated(Given.SessionId()));

    [Fact]
    public void Pending_session_is_not_found()
    {
        var session = Given.Session();
        session.BeginAuthorization(Given.Pending("one"), Now).Required();

        ErrorOf(session)!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public void Inactive_tool_is_refused_and_reactivated_tool_is_not()
    {
        var session = Given.Session(Given.Credential());

        session.SetActive(false).Required();
        ErrorOf(session).ShouldBe(ToolSessionErrors.ToolInactive("github"));

        session.SetActive(true).Required();
        ErrorOf(session).ShouldBeNull();
    }

    [Fact]
    public void Disabled_action_is_refused_and_the_others_are_not()
    {
        var session = Given.Session(Given.Credential());
        session.SetActionEnabled(Action, false).Required();

        ErrorOf(session).ShouldBe(ToolSessionErrors.ActionDisabled("github", Action));
        session.Lease("other", Leeway, Now).Error.ShouldBeNull();
    }

    [Fact]
    public void Reactivated_tool_still_refuses_the_actions_that_were_disabled_one_by_one()
    {
        var session = Given.Session(Given.Credential());
        session.SetActionEnabled(Action, false).Required();
        session.SetActive(false).Required();
        session.SetActive(true).Required();

        ErrorOf(session).ShouldBe(ToolSessionErrors.ActionDisabled("github", Action));
    }

    [Fact]
    public void Refused_credential_needs_a_new_connection()
    {
        var credential = Given.Credential();
        var session = Given.Session(credential);
        session.RejectCredential(credential.Id, Now).Required();

        ErrorOf(session).ShouldBe(ToolSessionErrors.NeedsReconnect(session.Id));
    }

    [Fact]
    public void Disabled_action_is_said_before_a_refused_credential()
    {
        var credential = Given.Credential();
        var session = Given.Session(credential);
        session.RejectCredential(credential.Id, Now).Required();
        session.SetActionEnabled(Action, false).Required();

        ErrorOf(session)!.Code.ShouldBe("action_disabled");
    }

    [Theory]
    [InlineData(61, false)]
    [InlineData(60, true)]
    [InlineData(1, true)]
    [InlineData(-3600, true)]
    public void Token_within_its_leeway_is_to_be_refreshed(int expiresIn, bool needsRefresh)
    {
        var session = Given.Session(Given.Credential(expiresIn));

        session.Lease(Action, Leeway, Now).Required().NeedsRefresh.ShouldBe(needsRefresh);
    }

    [Fact]
    public void Token_without_an_end_is_never_refreshed() =>
        Given.Session(Given.Credential()).Lease(Action, Leeway, Now.AddYears(50)).Required().NeedsRefresh.ShouldBeFalse();

    [Fact]
    public void Ended_token_that_can_not_be_refreshed_is_handed_out_for_the_service_to_judge()
    {
        var credential = Given.Credential(expiresIn: -1, isRefreshable: false);

        var decision = Given.Session(credential).Lease(Action, Leeway, Now).Required();

        decision.NeedsRefresh.ShouldBeFalse();
        decision.Lease.Credential.ShouldBe(credential);
    }

    private static Error? ErrorOf(ToolSession session) => session.Lease(Action, Leeway, Now).Error;
}
