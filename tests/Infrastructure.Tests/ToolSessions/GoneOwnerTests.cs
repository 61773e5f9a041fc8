using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Sessions in memory whose owners were deleted or deactivated: their rows went in the same transaction.</summary>
public sealed class GoneOwnerTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AToolSessionHost _host = new();

    public static TheoryData<Guid> Subjects => [Given.Organization.Value, Given.Tenant.Value];

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Session_in_memory_does_not_go_on_when_its_owner_has_gone(Guid subject)
    {
        await _host.ConnectAsync(Id);
        (await _host.LeaseAsync(Id)).Required();

        Release();
        _host.Notices.Announce([subject]);

        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
    }

    [Fact]
    public async Task Session_is_read_again_when_anything_may_have_changed_unseen()
    {
        await _host.ConnectAsync(Id);
        Release();

        _host.Notices.TellAll();

        (await _host.LeaseAsync(Id)).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
    }

    [Fact]
    public async Task Refused_credential_of_an_owner_who_has_gone_is_not_refreshed()
    {
        var credential = await _host.ConnectAsync(Id);
        Release();
        _host.Notices.Announce([Given.Organization.Value]);
        _host.Refresher.Open();

        (await _host.Sessions.RenewAsync(Id, credential, default)).Error!.Code.ShouldBe(ToolSessionErrors.NotAuthenticated(Id).Code);

        _host.Revocations.Waiting.ShouldBeEmpty();
        _host.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Changes_of_others_cost_a_warm_session_nothing()
    {
        await _host.ConnectAsync(Id);
        var loads = _host.Rows.Loads;

        for (var i = 0; i < 100; i++)
        {
            _host.Notices.Announce([Guid.NewGuid()]);
            (await _host.LeaseAsync(Id)).Required();
        }

        _host.Rows.Loads.ShouldBe(loads);
    }

    [Fact]
    public async Task Tokens_of_a_refresh_that_was_under_way_when_its_owner_went_are_to_be_revoked()
    {
        await _host.ConnectAsync(Id, expiresIn: 10);
        var lease = _host.LeaseAsync(Id);
        await Wait.ForAsync(_host.Refresher.Asked, "refresh");

        Release();
        _host.Refresher.Open();

        (await lease).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
        _host.Revocations.Waiting.ShouldHaveSingleItem().Session.ShouldBe(Id);
        _host.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Refresh_that_is_stored_revokes_nothing()
    {
        await _host.ConnectAsync(Id, expiresIn: 10);
        _host.Refresher.Open();

        (await _host.LeaseAsync(Id)).Required();

        _host.Revocations.Waiting.ShouldBeEmpty();
    }

    private void Release() => _host.Rows.WriteBehind(Id, row => row with { Credential = null, Pending = [] });
}
