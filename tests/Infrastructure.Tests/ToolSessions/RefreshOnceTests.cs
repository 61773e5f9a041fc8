using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.Tests.ToolSessions;

/// <summary>Many runs need one fresh token.</summary>
public sealed class RefreshOnceTests
{
    private static readonly ToolSessionId Id = Given.SessionId();

    private readonly AToolSessionHost _host = new();

    [Fact]
    public async Task Two_hundred_leases_of_an_ended_token_cause_one_token_request()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);

        var leases = Enumerable.Range(0, 200).Select(_ => Task.Run(() => _host.LeaseAsync(Id))).ToArray();
        await Wait.ForAsync(_host.Refresher.Asked, "the token request");
        _host.Refresher.Open();
        var results = await Wait.ForAsync(Task.WhenAll(leases), "all leases");

        _host.Refresher.Requests.ShouldBe(1);
        var renewed = _host.Rows.Row(Id)!.Credential!.Id;
        results.ShouldAllBe(result => result.Required().Credential.Id == renewed);
    }

    [Fact]
    public async Task Token_endpoint_that_answers_at_once_is_asked_once_as_well()
    {
        _host.Refresher.Open();
        for (var round = 1; round <= 100; round++)
        {
            await _host.ConnectAsync(Id, expiresIn: -1);

            await Wait.ForAsync(Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => _host.LeaseAsync(Id)))), "all leases");

            _host.Refresher.Requests.ShouldBe(round);
        }
    }

    [Fact]
    public async Task Fresh_token_is_stored_before_it_is_handed_out()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        var saving = new TaskCompletionSource();
        _host.Rows.BeforeSave = _ => saving.Task;
        _host.Refresher.Open();

        var lease = _host.LeaseAsync(Id);

        lease.IsCompleted.ShouldBeFalse();
        saving.SetResult();
        (await Wait.ForAsync(lease, "the lease")).Required().Credential.ShouldBe(_host.Rows.Row(Id)!.Credential);
    }

    [Fact]
    public async Task Caller_who_hangs_up_does_not_cancel_the_refresh_of_the_others()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        using var hangUp = new CancellationTokenSource();
        var impatient = _host.LeaseAsync(Id, hangUp.Token);
        await Wait.ForAsync(_host.Refresher.Asked, "the token request");
        var patient = _host.LeaseAsync(Id);

        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        _host.Refresher.Open();

        (await Wait.ForAsync(patient, "the other lease")).Required().Credential.ShouldBe(_host.Rows.Row(Id)!.Credential);
        _host.Refresher.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Disconnection_during_the_refresh_stays_a_disconnection()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        var lease = _host.LeaseAsync(Id);
        await Wait.ForAsync(_host.Refresher.Asked, "the token request");

        (await _host.Sessions.DisconnectAsync(Id, CancellationToken.None)).Required();
        _host.Refresher.Open();

        (await Wait.ForAsync(lease, "the lease")).Error.ShouldBe(ToolSessionErrors.NotAuthenticated(Id));
        _host.Rows.Row(Id).ShouldBeNull();
    }

    [Fact]
    public async Task Connection_made_during_the_refresh_is_the_one_that_counts()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        var lease = _host.LeaseAsync(Id);
        await Wait.ForAsync(_host.Refresher.Asked, "the token request");

        var newer = await _host.ConnectAsync(Id);
        _host.Refresher.Open();

        (await Wait.ForAsync(lease, "the lease")).Required().Credential.ShouldBe(newer);
        _host.Rows.Row(Id)!.Credential.ShouldBe(newer);
    }

    [Fact]
    public async Task Refusal_for_good_is_stored_and_logged_and_not_asked_for_again()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        _host.Refresher.Answer = _ => ToolSessionErrors.NeedsReconnect(Id);
        _host.Refresher.Open();

        (await _host.LeaseAsync(Id)).Error!.Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);
        (await _host.LeaseAsync(Id)).Error!.Code.ShouldBe(ToolSessionErrors.NeedsReconnectCode);

        _host.Refresher.Requests.ShouldBe(1);
        _host.Rows.Row(Id)!.NeedsReconnect.ShouldBeTrue();
        _host.SecurityLog.Lines.ShouldBe(["credential rejected: github ada"]);
    }

    [Fact]
    public async Task Token_endpoint_that_was_down_is_asked_again_by_the_next_run()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        _host.Refresher.Answer = _ => AuthorizationErrors.ServerFailed("github", "down");
        _host.Refresher.Open();
        (await _host.LeaseAsync(Id)).Error!.Code.ShouldBe("authorization_server_failed");

        _host.Refresher.Answer = old => old with { Id = Guid.NewGuid(), ExpiresAt = null };

        (await _host.LeaseAsync(Id)).Error.ShouldBeNull();
        _host.Refresher.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Refresh_that_broke_is_not_remembered()
    {
        await _host.ConnectAsync(Id, expiresIn: -1);
        _host.Refresher.Answer = _ => throw new InvalidOperationException("broken");
        _host.Refresher.Open();
        await Should.ThrowAsync<InvalidOperationException>(() => _host.LeaseAsync(Id));

        _host.Refresher.Answer = old => old with { Id = Guid.NewGuid(), ExpiresAt = null };

        (await _host.LeaseAsync(Id)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Refused_token_that_was_replaced_is_not_renewed_again()
    {
        var refused = await _host.ConnectAsync(Id);
        var newer = await _host.ConnectAsync(Id);

        (await _host.Sessions.RenewAsync(Id, refused, CancellationToken.None)).Required().Credential.ShouldBe(newer);

        _host.Refresher.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Refused_token_is_renewed_even_if_it_has_not_ended()
    {
        var refused = await _host.ConnectAsync(Id, expiresIn: 3600);
        _host.Refresher.Open();

        (await _host.Sessions.RenewAsync(Id, refused, CancellationToken.None)).Required().Credential.Id.ShouldNotBe(refused.Id);
    }
}
